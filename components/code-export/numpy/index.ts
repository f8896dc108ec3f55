import { profile as profileSpec } from "@/engine/spec/run/profile";
import type { Code, DataFile, Framework } from "../code";
import { callText, comment, definition, lines, program, wrapped } from "../python/layout";
import { pythonNumber, pythonValue } from "../python/literals";
import type { CodeCall, CodeSubject } from "../subject";
import { numpyTwoCalls } from "../two-calls/numpy";
import { arrayText, inputsText, numberText } from "./arrays";
import { dataFileOf, loadText } from "./data-file";
import { numpyNotes } from "./notes";
import { isSplit, planOf } from "./plan";
import type { NumpyPlan } from "./plan";
import { outputNames, penaltyLines, printedNames } from "./printed";
import {
  compositionLines,
  correctionLines,
  dividedHelper,
  momentLines,
  normalizeHelper,
} from "./training";
import { movedHelper, needsMoved, updateLines } from "./updates";
import { weightLines } from "./weights";

function write(subject: CodeSubject): Code {
  const { call, twoCalls } = subject;
  if (twoCalls?.numbers) {
    return numpyTwoCalls(subject, twoCalls, twoCalls.numbers, docstring(subject));
  }
  return call === null ? refused(subject) : called(subject, call);
}

function called(subject: CodeSubject, call: CodeCall): Code {
  const plan = planOf(subject, call);
  const data = dataFileOf(call.inputs, call.shape.at(-1) ?? 1, numberText(subject.config.dtype));
  const weights = weightLines(plan);
  const dtype = subject.config.dtype === "float64" ? "np.float64" : "np.float32";
  return {
    text: program(
      docstring(subject),
      "import numpy as np",
      lines(
        `dtype = ${dtype}${plan.isHalf ? "  # of the weights; the inputs are float16" : ""}`,
        `epsilon = dtype(${pythonNumber(plan.epsilon)})${epsilonRemark(plan)}`,
        ...momentumLines(plan),
      ),
      lines(
        comment(`The inputs of ${subject.title}.`),
        `x = ${inputs(plan, data)}`,
        ...viewLines(plan),
      ),
      weights.length > 0 && lines("# The weights as the call found them.", ...weights),
      adjustmentLines(plan),
      definition(helpers(plan)),
      foundLines(plan),
      ...trainingParts(plan),
      inferenceLines(plan),
      outputLines(plan),
    ),
    notes: numpyNotes(subject, data?.name ?? null),
    ...(data !== null && { data }),
  };
}

function refused(subject: CodeSubject): Code {
  return {
    text: program(
      docstring(subject),
      lines(
        "# The layer was not called, so there is nothing to compute:",
        `raise SystemExit(${pythonValue(subject.refusal)})`,
      ),
    ),
    notes: numpyNotes({ ...subject, twoCalls: null }, null),
  };
}

function docstring({ title, profile, isLayerNormalization }: CodeSubject): string {
  const what = isLayerNormalization ? "Layer normalization" : "Batch Normalization";
  const version = profileSpec.options.find(({ value }) => value === profile)?.label ?? profile;
  return lines(
    ...wrapped(`"""${what} in plain NumPy: ${title}.`),
    "",
    `Version of the layer: ${version}.`,
    '"""',
  );
}

const epsilonRemark = ({ epsilon, subject }: NumpyPlan): string =>
  epsilon === subject.config.epsilon
    ? ""
    : `  # the fused operation raises ${pythonNumber(subject.config.epsilon)} to this`;

const momentumLines = ({ subject: { config }, updates, renorm }: NumpyPlan): readonly string[] => [
  ...(updates ? [`momentum = ${pythonNumber(config.momentum)}`] : []),
  ...(renorm === null ? [] : [`renorm_momentum = ${pythonNumber(config.renorm_momentum)}`]),
];

function inputs({ call, subject }: NumpyPlan, data: DataFile | null): string {
  const dtype = `np.${subject.config.dtype}`;
  if (data !== null) {
    const table = loadText(data, dtype);
    return call.shape.length === 2 ? table : `${table}.reshape(${call.shape.join(", ")})`;
  }
  return inputsText(call.inputs, call.shape, { dtype, write: numberText(subject.config.dtype) });
}

/** Ghost batches and the mask, once the inputs are there. */
function viewLines(plan: NumpyPlan): readonly string[] {
  const { subject, shape, ghostBatches, usesBatch } = plan;
  const [examples = 0] = subject.shape;
  const real = Math.max(examples - (subject.masked ?? 0), 0);
  const maskShape = isSplit(plan) ? `${String(shape[0])}, ${String(ghostBatches)}, 1` : "-1, 1";
  return [
    ...(isSplit(plan)
      ? [
          comment(
            `virtual_batch_size=${String(subject.config.virtual_batch_size)}: example n lies in ghost batch n mod ${ghostBatches}, so the groups are strided, not contiguous.`,
          ),
          `x = x.reshape(${shape.join(", ")})`,
        ]
      : []),
    ...(subject.masked !== null && usesBatch
      ? [
          `# mask: the last ${subject.masked} examples do not count.`,
          `mask = (np.arange(${examples}) < ${real}).astype(dtype).reshape(${maskShape})`,
        ]
      : []),
  ];
}

/** What is the same for all examples, or in all of an example, stands there once. */
function adjustmentLines({ call, subject }: NumpyPlan): string | null {
  const { adjustment } = call;
  if (adjustment === null) return null;
  const write_ = numberText(subject.config.dtype);
  const { scale, bias } = adjustment;
  const text = (values: ArrayLike<number>): string => {
    const { numbers, shape } =
      adjustment.shape === undefined
        ? withoutRepeats(values, call)
        : { numbers: values, shape: adjustment.shape };
    return arrayText(numbers, shape, { dtype: "dtype", write: write_ });
  };
  return lines(
    "# The adjustment that was drawn for this step.",
    `adjustment_scale = ${text(scale)}`,
    `adjustment_bias = ${text(bias)}`,
  );
}

function withoutRepeats(
  values: ArrayLike<number>,
  { shape }: CodeCall,
): { readonly numbers: ArrayLike<number>; readonly shape: readonly number[] } {
  const list = Array.from(values);
  const width = shape.at(-1) ?? 1;
  if (list.every((value, i) => value === list[i % width])) {
    return { numbers: list.slice(0, width), shape: [width] };
  }
  const size = list.length / (shape[0] ?? 1);
  const ofExample = (i: number): number | undefined => list[i - (i % size)];
  return list.every((value, i) => value === ofExample(i))
    ? {
        numbers: list.filter((_, i) => i % size === 0),
        shape: shape.map((length, axis) => (axis === 0 ? length : 1)),
      }
    : { numbers: list, shape };
}

const helpers = (plan: NumpyPlan): string =>
  [
    plan.subject.masked !== null && plan.usesBatch ? dividedHelper : null,
    needsMoved(plan) ? movedHelper : null,
    normalizeHelper(plan),
  ]
    .filter((helper) => helper !== null)
    .join("\n\n\n");

function trainingParts(plan: NumpyPlan): readonly (string | null)[] {
  const { hasGamma, hasBeta, usesBatch } = plan;
  if (!usesBatch) {
    return [
      lines(
        "# trainable=False: in training mode too, the moving statistics normalize and nothing moves.",
        callText("training_output = normalize", movingArguments({ hasGamma, hasBeta })),
      ),
    ];
  }
  return [momentLines(plan), correctionLines(plan), compositionLines(plan), updateLines(plan)];
}

const movingArguments = ({ hasGamma, hasBeta }: Pick<NumpyPlan, "hasGamma" | "hasBeta">) =>
  [
    [null, "moving_mean"],
    [null, "moving_variance"],
    [null, hasGamma ? "gamma" : "dtype(1)"],
    [null, hasBeta ? "beta" : "dtype(0)"],
  ] as const;

const foundLines = (plan: NumpyPlan): string | null =>
  !plan.hasMovingStatistics || !plan.subject.inferenceBefore
    ? null
    : lines(
        "# Inference mode with the weights as the call found them, which is what the figure's table has.",
        callText("inference_output_before = normalize", movingArguments(plan)),
      );

const inferenceLines = (plan: NumpyPlan): string | null =>
  !plan.hasMovingStatistics
    ? null
    : lines(
        "# Inference mode: the moving statistics that are left.",
        callText("inference_output = normalize", movingArguments(plan)),
      );

/** Gives the outputs their shape back, and prints what there is. */
function outputLines(plan: NumpyPlan): string {
  const { subject } = plan;
  const outputs = outputNames(plan);
  return lines(
    ...(isSplit(plan)
      ? outputs.map((name) => `${name} = ${name}.reshape(${subject.shape.join(", ")})`)
      : []),
    "np.set_printoptions(precision=9, linewidth=100, threshold=100_000)",
    `${callText(
      "for name, value in dict",
      printedNames(plan).map((name) => [name, name] as const),
    )}.items():`,
    '    print(name, value, sep="\\n")',
    ...penaltyLines(plan),
  );
}

/** The layer's arithmetic written out, with the numbers of the step that is shown. */
export const numpy: Framework = {
  id: "numpy",
  label: "NumPy",
  fileName: "batch-normalization-numpy.py",
  write,
};
