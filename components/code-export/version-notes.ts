import { switchesOf } from "@/engine/spec/profiles";
import type { ProfileId, ProfileSwitches } from "@/engine/spec/profiles";
import type { ImplementationPath } from "@/engine/types/fused-outcome";
import type { CodeNote } from "./code";
import { note } from "./code";
import type { CodeSubject } from "./subject";

interface Versions {
  readonly here: ProfileSwitches;
  readonly there: ProfileSwitches;
  /** The version of the layer that the framework has. */
  readonly profile: ProfileId;
  /** What the framework is called. */
  readonly label: string;
  /** Whether it has an argument of that name. */
  readonly hasFused: boolean;
}

type Comparison = (subject: CodeSubject, versions: Versions) => CodeNote | null;

const frozenText = ({ frozenMeansInference, frozenStillUpdates }: ProfileSwitches): string => {
  if (frozenMeansInference) return "normalizes with the moving statistics, which stay as they are";
  return frozenStillUpdates
    ? "goes on normalizing with the batch's statistics and moving the moving ones"
    : "goes on normalizing with the batch's statistics and leaves the moving ones as they are";
};

const trainable: Comparison = ({ config, freezing }, { here, there, label }) => {
  const isFreezing = !config.trainable || freezing !== null;
  if (!isFreezing || frozenText(here) === frozenText(there)) return null;
  return note(
    "trainable",
    `In training mode a layer with trainable=False ${frozenText(here)} in the version shown; in ${label} it ${frozenText(there)}.`,
  );
};

const renorm: Comparison = ({ config }, { here, there, label }) => {
  if (!config.renorm || here.renorm === there.renorm) return null;
  return note(
    "renorm",
    here.renorm === "weighted"
      ? `The version shown corrects with debiased averages (renorm_mean_weight, renorm_stddev_weight), as up to TensorFlow 1.14; ${label} has the rewritten renorm of 1.15 with other numbers.`
      : `The version shown has the renorm that was rewritten for TensorFlow 1.15; ${label} corrects with debiased averages.`,
  );
};

const ghosts: Comparison = ({ config }, { here, there, label }) => {
  if (config.virtual_batch_size === null) return null;
  if (here.ghostsDivideInference === there.ghostsDivideInference) return null;
  return note(
    "virtual_batch_size",
    there.ghostsDivideInference
      ? `${label} wants a multiple of virtual_batch_size at inference too.`
      : `The version shown wants a multiple of virtual_batch_size at inference too; ${label} does not.`,
  );
};

const half: Comparison = ({ config }, { here, there, label }) => {
  if (config.dtype !== "float16" || here.halfArithmetic === there.halfArithmetic) return null;
  return note(
    "dtype",
    `After the moments the version shown goes on in ${here.halfArithmetic}, ${label} in ${there.halfArithmetic}: the last digits differ.`,
  );
};

const fused: Comparison = (subject, versions) => {
  const { config, call, paths, shape } = subject;
  const { here, there, hasFused, label, profile } = versions;
  if (!hasFused) return null;
  const [pathHere, pathThere] = [paths?.[subject.profile], paths?.[profile]];
  if (pathHere !== undefined && pathThere !== undefined) {
    return call === null && pathHere !== "refused" ? null : pathNote(pathHere, pathThere, label);
  }
  if (config.fused !== true || here.fusedIsBinding === there.fusedIsBinding) return null;
  const example = shape.length === 2 ? ", as it is for inputs of rank 2" : "";
  return note(
    "fused",
    there.fusedIsBinding
      ? `${label} raises a ValueError where fused=True is impossible${example}; the version shown takes the other path without a message.`
      : `${label} takes the unfused path without a message where fused=True is impossible; the version shown raises a ValueError.`,
  );
};

function pathNote(
  here: ImplementationPath,
  there: ImplementationPath,
  label: string,
): CodeNote | null {
  if (here === there) return null;
  if (here === "refused") {
    return note("fused", `${label} does not raise this error: it takes the ${there} path.`);
  }
  return note("fused", otherPathTexts[there](label));
}

const otherPathTexts: Readonly<Record<ImplementationPath, (label: string) => string>> = {
  refused: (label) =>
    `${label} raises a ValueError: fused=True is impossible for these inputs and arguments, and the version shown takes the unfused path without a message.`,
  fused: (label) =>
    `${label} takes the fused path here and the version shown does not: there the moving variance follows m/(m − 1) of the variance that it follows here.`,
  unfused: (label) =>
    `The version shown takes the fused path here and ${label} does not: there the moving variance follows the biased variance, here m/(m − 1) of it.`,
};

const raisedEpsilon: Comparison = ({ config, call }, { here, there }) => {
  const floor = here.fusedEpsilonFloor ?? there.fusedEpsilonFloor;
  const differs = here.fusedEpsilonFloor !== there.fusedEpsilonFloor;
  if (call?.fused !== true || !differs || floor === null || config.epsilon >= floor) return null;
  return note(
    "epsilon",
    `Older fused operations raise an epsilon below ${floor} to it, newer ones do not: outputs differ for epsilon=${config.epsilon}.`,
  );
};

const mask: Comparison = ({ masked }, { there, label }) => {
  if (masked === null || there.mask === "used") return null;
  return note(
    "mask",
    `${label} has no mask: padding counts in the batch's statistics like any example. Leave it out of the batch to get the numbers of this page.`,
  );
};

const comparisons = [trainable, renorm, ghosts, half, fused, raisedEpsilon, mask];

/** What the version shown does otherwise than the framework, as far as the configuration makes it visible. */
export function versionNotes(
  subject: CodeSubject,
  framework: Pick<Versions, "profile" | "label"> & Partial<Pick<Versions, "hasFused">>,
): readonly CodeNote[] {
  const versions = {
    hasFused: true,
    ...framework,
    here: switchesOf(subject.profile),
    there: switchesOf(framework.profile),
  };
  return comparisons.map((compare) => compare(subject, versions)).filter((found) => found !== null);
}

/** A mask is not reshaped with the inputs in Keras 2. */
export const maskedGhostNotes = ({ config, masked }: CodeSubject): readonly CodeNote[] =>
  masked !== null && config.virtual_batch_size !== null
    ? [
        note(
          ["mask", "virtual_batch_size"],
          "Keras 2 does not split the mask as it splits the inputs, so the shapes do not fit and the call fails; this page computes it.",
        ),
      ]
    : [];

/** TensorFlow's newer renorm compares a float64 variable with a float32 constant, and fails. */
export const doubleRenormNotes = ({ config }: CodeSubject): readonly CodeNote[] =>
  config.renorm && config.dtype === "float64"
    ? [
        note(
          ["dtype", "renorm"],
          "TensorFlow from 1.15 on raises an error for renorm in float64 in training mode; this page computes it.",
        ),
      ]
    : [];
