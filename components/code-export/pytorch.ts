import { switchesOf } from "@/engine/spec/profiles";
import type { ProfileSwitches } from "@/engine/spec/profiles";
import type { Code, CodeNote, Framework } from "./code";
import { note, notesOf } from "./code";
import { freezingNotes } from "./freezing-notes";
import { initializerNames, isGiven, weightOf } from "./given";
import { lackNotes } from "./lack-notes";
import { lawOf } from "./laws";
import type { Law } from "./laws";
import { loopNotes, movesItself } from "./loop-notes";
import { hasParameter, lossText, parameterNames, projectionText } from "./penalties";
import type { ArrayLanguage } from "./penalties";
import { callText, definition, lines, program } from "./python/layout";
import type { WrittenArgument } from "./python/layout";
import { pythonNumber, pythonTuple, pythonValue } from "./python/literals";
import { parameterNotes } from "./parameter-notes";
import { asMatrix, isIdentity, keptAxes, parameterShape, product, reducedAxes } from "./shapes";
import { randomNotes, sharedNotes } from "./shared-notes";
import type { CodeSubject } from "./subject";
import { layersText, withText } from "./two-calls/layers";

const tensors = {
  gamma: "bn.weight",
  beta: "bn.bias",
  moving_mean: "bn.running_mean",
  moving_variance: "bn.running_var",
} as const;

const language: ArrayLanguage = {
  parameter: tensors,
  absolute: (x) => `${x}.abs()`,
  square: (x) => `${x}.square()`,
};

/** Whether a module of PyTorch normalizes what the layer does as it stands: dimension 1 of 2 to 5. */
const isDirect = (subject: CodeSubject): boolean => {
  const kept = keptAxes(subject);
  return kept.length === 1 && kept[0] === 1 && subject.shape.length <= 5;
};

const moduleOf = (subject: CodeSubject): string => {
  if (!isDirect(subject) || subject.shape.length < 4) return "BatchNorm1d";
  return subject.shape.length === 4 ? "BatchNorm2d" : "BatchNorm3d";
};

function constructorText(subject: CodeSubject, variable = "bn"): string {
  const { config } = subject;
  const isAffine = config.center || config.scale;
  const given: WrittenArgument[] = [
    [null, String(asMatrix(subject).channels)],
    ["eps", pythonNumber(config.epsilon)],
    ["momentum", `1 - ${pythonNumber(config.momentum)}`],
    ...(isAffine ? [] : [["affine", "False"] as const]),
    ...(config.dtype === "float64" ? [["dtype", "torch.float64"] as const] : []),
  ];
  return callText(`${variable} = nn.${moduleOf(subject)}`, given);
}

const imports = lines("import torch", "from torch import nn");

const inputsText = ({ shape, config }: CodeSubject): string =>
  `torch.randn(${pythonTuple(shape)}, dtype=torch.${config.dtype})  # your batch here`;

const twoModules = (subject: CodeSubject): string | null =>
  layersText(subject.twoCalls, {
    imports,
    made: (variable) => constructorText(subject, variable),
    inputs: (variable) => `${variable} = ${inputsText(subject)}`,
    usage: ([first, second]) =>
      lines(
        ...modes.flatMap(({ method, remark }) => [
          `${first}.${method}()  # ${remark}`,
          second !== first && `${second}.${method}()`,
          `y1 = ${first}(x1)`,
          `y2 = ${second}(x2)`,
        ]),
      ),
  });

const modes = [
  { method: "train", remark: "normalizes with the batch's own" },
  { method: "eval", remark: "normalizes with the running statistics" },
] as const;

const updates = movesItself(
  "A module moves its running statistics itself, in every forward pass after train().",
);

function write(subject: CodeSubject): Code {
  const { config } = subject;
  return {
    text: program(
      imports,
      lines(constructorText(subject), ...absent(subject)),
      initial(subject),
      !isDirect(subject) && definition(asColumns(subject)),
      `x = ${inputsText(subject)}`,
      usage(subject),
      lossText(config, language),
      projections(subject),
    ),
    notes: notesOf(
      ...sharedNotes(subject),
      ...randomNotes(subject),
      ...loopNotes(subject, updates),
      ...freezingNotes(subject, {
        always: "call bn.requires_grad_(False)",
        inference: ", and bn.eval() after every train()",
        stay: ", and set bn.momentum = 0.0",
      }),
      ...momentNotes(subject),
      ...parameterNotes(subject, "PyTorch"),
      ...lackNotes(subject, "PyTorch"),
      !isDirect(subject) &&
        note(
          "axis",
          `PyTorch's modules normalize dimension 1. The text flattens axis ${keptAxes(subject).join(" and ")} into the columns of a matrix and restores the shape.`,
        ),
    ),
  };
}

/** PyTorch has both parameters or none. */
function absent({ config }: CodeSubject): readonly string[] {
  if (config.center === config.scale) return [];
  return config.center
    ? ["bn.weight.requires_grad_(False)  # scale=False: stays 1"]
    : ["bn.bias.requires_grad_(False)  # center=False: stays 0"];
}

function initial(subject: CodeSubject): string | null {
  const { config, profile } = subject;
  const shape = parameterShape(subject);
  const made = initializerNames.flatMap((name) => {
    const weight = weightOf(name) as keyof typeof tensors;
    const isThere = weight === "gamma" || weight === "beta" ? hasParameter(config, weight) : true;
    const law = lawOf(config[name], shape, profile);
    return !isThere || !isGiven(config, name) || law === null
      ? []
      : [initialized(tensors[weight], law)];
  });
  return made.length === 0 ? null : lines(...made);
}

function initialized(tensor: string, law: Law): string {
  switch (law.kind) {
    case "constant":
      return `nn.init.constant_(${tensor}, ${pythonNumber(law.value)})`;
    case "list":
      return `${tensor}.data.copy_(torch.tensor(${pythonValue(law.values)}))`;
    case "normal":
      return `nn.init.normal_(${tensor}, ${pythonNumber(law.mean)}, ${pythonNumber(law.stddev)})`;
    case "truncated": {
      const bounds = [law.mean - 2 * law.stddev, law.mean + 2 * law.stddev].map((bound) =>
        pythonNumber(bound),
      );
      return callText("nn.init.trunc_normal_", [
        [null, tensor],
        ["mean", pythonNumber(law.mean)],
        ["std", pythonNumber(law.stddev)],
        ["a", bounds[0] ?? ""],
        ["b", bounds[1] ?? ""],
      ]);
    }
    case "uniform":
      return `nn.init.uniform_(${tensor}, ${pythonNumber(law.low)}, ${pythonNumber(law.high)})`;
  }
}

function asColumns(subject: CodeSubject): string {
  const { channels, order, ordered, back } = asMatrix(subject);
  const moved = (axes: readonly number[]): string =>
    isIdentity(axes) ? "" : `.permute(${pythonTuple(axes)})`;
  return lines(
    "def normalized(x):",
    '    """The normalized axes become the columns of a matrix."""',
    `    columns = x${moved(order)}.reshape(-1, ${channels})`,
    `    return bn(columns).reshape(${pythonTuple(ordered)})${moved(back)}`,
  );
}

function usage(subject: CodeSubject): string {
  const { config, profile } = subject;
  const called = isDirect(subject) ? "bn" : "normalized";
  const y = config.dtype === "float16" ? `y = ${called}(x.float()).half()` : `y = ${called}(x)`;
  const { frozenMeansInference, frozenStillUpdates } = switchesOf(profile);
  const evaluation = ["bn.eval()  # normalizes with the running statistics", y];
  if (config.trainable)
    return lines("bn.train()  # normalizes with the batch's own", y, ...evaluation);
  const frozen = "bn.requires_grad_(False)  # trainable=False";
  if (frozenMeansInference) return lines(frozen, ...evaluation);
  return lines(
    frozen,
    !frozenStillUpdates && "bn.momentum = 0.0  # the running statistics stay as they are",
    "bn.train()  # still normalizes with the batch's own statistics",
    y,
    ...evaluation,
  );
}

function projections(subject: CodeSubject): string | null {
  if (keptAxes(subject).length > 1) return null;
  const clip = (x: string, low: string, high: string | null): string =>
    high === null ? `${x}.clamp(min=${low})` : `${x}.clamp(${low}, ${high})`;
  const made = parameterNames.flatMap((name) => {
    const statements = projectionText(subject.config, name, clip);
    if (statements === null) return [];
    return [`w = ${tensors[name]}`, ...statements, `${tensors[name]}.copy_(w)`];
  });
  if (made.length === 0) return null;
  return lines(
    "with torch.no_grad():  # after each optimizer step",
    ...made.map((line) => `    ${line}`),
  );
}

/** What PyTorch means by its own words for what both have. */
function momentNotes({ config, profile, shape, call, masked }: CodeSubject): readonly CodeNote[] {
  const { momentum, epsilon } = config;
  return notesOf(
    note(
      "momentum",
      `PyTorch's momentum is the weight of the new value, TensorFlow's that of the old one: momentum=${pythonNumber(momentum)} here is 1 - ${pythonNumber(momentum)} there, and PyTorch's default of 0.1 is 0.9 here.`,
    ),
    note(
      "epsilon",
      `It is called eps, and PyTorch's default is 1e-05; here it is ${pythonNumber(epsilon)}.`,
    ),
    varianceNote(samplesOf({ config, shape }), call?.fused === true),
    masked !== null &&
      note(
        "mask",
        `PyTorch has no mask: padding counts in the batch's statistics like any example. Leave it out of the batch, as in bn(x[mask]), to get the numbers of this page.`,
      ),
    config.dtype === "float16" &&
      note(
        "dtype",
        "The module stays in float32 and the outputs become float16, which is what this page does; a module of dtype=torch.float16 would keep its statistics in float16 too.",
      ),
    !config.trainable && note("trainable", frozenText(switchesOf(profile))),
  );
}

function frozenText({ frozenMeansInference, frozenStillUpdates }: ProfileSwitches): string {
  if (frozenMeansInference) {
    return "requires_grad_(False) alone goes on normalizing with the batch and moving the statistics; trainable=False means inference here, hence eval(). A later train() undoes it.";
  }
  return frozenStillUpdates
    ? "requires_grad_(False) freezes γ and β only, as trainable=False does in the version shown."
    : "requires_grad_(False) freezes γ and β only. In the version shown trainable=False also holds the moving statistics, hence momentum = 0.0.";
}

const samplesOf = ({ config, shape }: Pick<CodeSubject, "config" | "shape">): number =>
  product(reducedAxes(shape, keptAxes({ config, shape })).map((axis) => shape[axis] ?? 1));

/** The moving variance takes in the unbiased variance in PyTorch on every path, in TensorFlow on the fused one only. */
function varianceNote(samples: number, isFused: boolean): CodeNote | null {
  if (isFused && samples > 1) return null;
  return note(
    null,
    samples > 1
      ? `PyTorch moves running_var towards the unbiased variance, m/(m − 1) = ${samples}/${samples - 1} of the biased one that the moving variance follows here. Training outputs are the same, running_var and outputs in inference mode are not.`
      : "There is one value for each statistic: PyTorch raises a ValueError in training mode (Expected more than 1 value per channel), TensorFlow returns β.",
  );
}

/** torch.nn.BatchNorm1d, 2d and 3d. */
export const pytorch: Framework = {
  id: "pytorch",
  label: "PyTorch",
  fileName: "batch-normalization-pytorch.py",
  write: (subject) => withText(write(subject), twoModules(subject)),
};
