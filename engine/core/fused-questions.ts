import type { ProfileSwitches } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import type { DType } from "../tensor/tensor";
import type { FusedQuestion } from "../types/fused-question";

/*
 * TensorFlow has two implementations of the layer. Which one runs is observable: the fused one feeds the moving
 * variance with Bessel's correction and, in older versions, raises a small epsilon.
 *
 * The choice is a list of questions, each of which can rule the fused one out. The layer follows it, and a figure can
 * show it.
 */

/** What the constructor knows that bears on the choice. */
export interface FusedConditions {
  readonly renorm: boolean;
  readonly axis: number | readonly number[];
  readonly virtualBatchSize: number | null;
  /** Null where there is none. */
  readonly adjustment: unknown;
  readonly hasRegularizer: boolean;
  readonly dtype: DType;
}

/** What build knows besides: inputs of a rank, with axes already resolved. */
export interface FusedInput {
  readonly rank: number;
  readonly axes: readonly number[];
  readonly shapeText: string;
}

interface Obstacle {
  readonly code: string;
  readonly message: string;
}

type Subject = FusedQuestion["subject"];

const singleAxis = (axis: number | readonly number[]): number | undefined => {
  const axes = typeof axis === "number" ? [axis] : axis;
  return axes.length === 1 ? axes[0] : undefined;
};

/** Each condition that these arguments could break, in TensorFlow's order, with what `fused=true` is answered then. */
function conditionsOf(
  conditions: FusedConditions,
  profile: ProfileSwitches,
): readonly (readonly [Subject, isBroken: boolean, Obstacle])[] {
  const { renorm, axis, virtualBatchSize, adjustment, hasRegularizer, dtype } = conditions;
  const axisValue = singleAxis(axis);
  const mustBe = (name: string, rule: string, value: unknown): string =>
    refusal(name, `${rule} when fused=true`, value);
  return [
    [
      "renorm",
      renorm,
      {
        code: "fused-renorm",
        message: `fused=true excludes renorm: ${mustBe("renorm", "false", renorm)}`,
      },
    ],
    [
      "axis",
      axisValue === undefined || !profile.fusedAxisValues.includes(axisValue),
      {
        code: "fused-axis",
        message: `fused=true is only possible when axis is 1 or 3: ${mustBe("axis", `one of ${profile.fusedAxisValues.join(", ")}`, axis)}`,
      },
    ],
    [
      "virtual_batch_size",
      virtualBatchSize !== null,
      {
        code: "fused-virtual-batch-size",
        message: `fused=true excludes virtual_batch_size: ${mustBe("virtual_batch_size", "null", virtualBatchSize)}`,
      },
    ],
    [
      "adjustment",
      adjustment !== null,
      {
        code: "fused-adjustment",
        message: `fused=true excludes adjustment: ${mustBe("adjustment", "null", adjustment)}`,
      },
    ],
    ...(profile.regularizerForbidsFused
      ? [
          [
            "regularizer",
            hasRegularizer,
            {
              code: "fused-regularizer",
              message:
                "fused=true excludes regularizers: beta_regularizer and gamma_regularizer must be null when fused=true. Received: a regularizer",
            },
          ] as const,
        ]
      : []),
    ["dtype", dtype === "float64", dtypeObstacle(dtype)],
  ];
}

const dtypeObstacle = (dtype: DType): Obstacle => ({
  code: "fused-dtype",
  message: `fused=true excludes this dtype: ${refusal("dtype", "float16 or float32 when fused=true", dtype)}`,
});

type Asking = (subject: Subject, isClosed: boolean, obstacle: Obstacle | null) => FusedQuestion;

/** Only where `fused=True` is binding is it ever refused. */
const askedBy =
  (by: FusedQuestion["askedBy"], { fusedIsBinding }: ProfileSwitches): Asking =>
  (subject, isClosed, obstacle) => ({
    subject,
    askedBy: by,
    isOpen: !isClosed,
    refusal:
      isClosed && fusedIsBinding && obstacle !== null ? { ...obstacle, kind: "ValueError" } : null,
  });

/** What the constructor asks: everything that it knows where `fused=True` is binding, and elsewhere only for `fused`. */
export function questionsOfConstructor(
  fused: boolean | null,
  conditions: FusedConditions,
  profile: ProfileSwitches,
): readonly FusedQuestion[] {
  const ask = askedBy("constructor", profile);
  const asked = ask("fused", fused === false, null);
  if (!profile.fusedIsBinding) return [asked];
  return [asked, ...conditionsOf(conditions, profile).map((condition) => ask(...condition))];
}

/** What build asks of inputs, after a constructor whose questions left the fused implementation possible. */
export function questionsOfBuild(
  input: FusedInput,
  conditions: FusedConditions,
  profile: ProfileSwitches,
): readonly FusedQuestion[] {
  const ask = askedBy("build", profile);
  const { rank, layout } = shapeQuestions(input, profile, ask);
  if (!profile.fusedIsBinding) {
    const others = conditionsOf({ ...conditions, axis: input.axes }, profile);
    return [rank, ...others.map((condition) => ask(...condition)), layout];
  }
  // A dtype that came with the first inputs was not known to the constructor.
  const { dtype } = conditions;
  const late = profile.dtypeFromFirstInputs
    ? [ask("dtype", dtype === "float64", dtypeObstacle(dtype))]
    : [];
  return [...late, rank, layout];
}

function shapeQuestions(
  { rank, axes, shapeText }: FusedInput,
  { fusedAxes }: ProfileSwitches,
  ask: Asking,
): Readonly<Record<"rank" | "layout", FusedQuestion>> {
  const possible = fusedAxes[rank];
  const [axis] = axes;
  const fits = axes.length === 1 && axis !== undefined && possible?.includes(axis) === true;
  const ranks = Object.keys(fusedAxes).map((name) => `${name}D`);
  return {
    rank: ask("rank", possible === undefined, {
      code: "fused-rank",
      message: `inputs must be ${ranks.join(" or ")} input tensors when fused=true. Received: inputs.shape=${shapeText}`,
    }),
    // At rank 5 TensorFlow goes on unfused without a word.
    layout: ask(
      "layout",
      !fits,
      rank === 4 && possible !== undefined
        ? {
            code: "fused-axis-unsupported",
            message: `Unsupported axis: axis must be ${possible.join(" or ")} for inputs of rank 4 when fused=true. Received: axis=[${axes.join(", ")}]`,
          }
        : null,
    ),
  };
}
