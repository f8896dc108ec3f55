import type { CodeNote } from "./code";
import { note, notesOf } from "./code";
import { isGiven } from "./given";
import type { CodeSubject } from "./subject";

/** Notes on what only the TensorFlow family has, for a framework that has none of it. */
export function lackNotes({ config, call }: CodeSubject, label: string): readonly CodeNote[] {
  const renorm = (["renorm_clipping", "renorm_momentum"] as const).filter((name) =>
    isGiven(config, name),
  );
  return notesOf(
    config.renorm &&
      note(
        "renorm",
        `${label} has no batch renormalization: it is left out, and training outputs are those of plain batch normalization.`,
      ),
    renorm.length > 0 && note(renorm, `It belongs to renorm, which ${label} does not have.`),
    config.virtual_batch_size !== null &&
      note(
        "virtual_batch_size",
        `${label} has no ghost batches: it is left out. Calling the layer on ${strided(call?.ghostBatches)} normalizes as here, but moves the running statistics once for each call.`,
      ),
    config.adjustment !== null &&
      note(
        "adjustment",
        `${label} has no adjustment: it is left out, and training outputs differ.`,
      ),
    isGiven(config, "fused") &&
      note("fused", `${label} chooses its implementation by itself: it is left out.`),
  );
}

const strided = (ghostBatches: number | undefined): string =>
  ghostBatches === undefined
    ? "every g-th example, x[j::g] for each of the g ghost batches,"
    : `x[j::${ghostBatches}] for each of the ${ghostBatches} ghost batches`;
