import type { ConstraintArgument } from "../constraints";
import type { InitializerArgument } from "../initializers";
import type { RegularizerArgument } from "../regularizers";
import type { Adjustment } from "./adjustment";
import type { CellEdit } from "./cell-edit";
import type { RenormClipping } from "./clipping";

/**
 * Where the value is given: to the layer's constructor, to its call, only to the function that makes and calls a layer,
 * or to the run that trains it on data.
 */
export type Where = "constructor" | "call" | "function" | "run";

export type Group =
  | "data"
  | "run"
  | "statistics"
  | "scale and shift"
  | "renorm"
  | "ghost batches"
  | "adjustment"
  | "layer"
  | "call"
  | "functional interface";

interface SpecBase<Name extends string, Value> {
  /** The documented name, verbatim. */
  readonly name: Name;
  readonly where: Where;
  readonly group: Group;
  /** One sentence: what it is. */
  readonly summary: string;
  /** The type as a reader of the reference expects to see it. */
  readonly type: string;
  /** What every accepted value obeys; completes "<name> must be …". */
  readonly rule: string;
  readonly default: Value;
  readonly urlKey: string;
  /** How equations write it, in LaTeX. */
  readonly symbol?: string;
  /** The argument that decides whether this has an effect, and with which values; "given" is any but null. */
  readonly activeWhen?: {
    readonly argument: string;
    readonly is: boolean | "given" | readonly string[];
  };
  /** The setting of a run with which nothing comes of the argument, though the layer takes it. */
  readonly idleWhile?: { readonly argument: string; readonly is: string | number };
  /** Settings of a run without which a figure shows nothing of this argument. */
  readonly shownWith?: readonly string[];
  readonly related: readonly string[];
  /** Accepted samples; each becomes a test. */
  readonly valid: readonly unknown[];
  /** Refused samples with the whole message; each becomes a test and a row of the reference page. */
  readonly invalid: readonly { readonly value: unknown; readonly message: string }[];
}

/** Limits of this site's controls. They are ours: TensorFlow accepts any number. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface BooleanSpec<N extends string> extends SpecBase<N, boolean> {
  readonly kind: "boolean";
}

export interface RealSpec<N extends string> extends SpecBase<N, number> {
  readonly kind: "real";
  readonly bounds: Bounds;
  /** The values a slider stops at, ascending. A typed value may lie between them. */
  readonly stops: readonly number[];
  /** A framework that gives the same name to 1 minus the value. */
  readonly complementIn?: string;
}

export interface IntegerSpec<N extends string> extends SpecBase<N, number> {
  readonly kind: "integer";
  readonly bounds: Bounds;
  readonly stops: readonly number[];
}

/** An integer or none. */
export interface CountSpec<N extends string> extends SpecBase<N, number | null> {
  readonly kind: "count";
  /** What none stands for, in words. */
  readonly none: string;
  /** Whether none stands below every count, being less of what is counted, and not beyond. */
  readonly isNoneLeast?: boolean;
  readonly bounds: Bounds;
  readonly stops: readonly number[];
}

/** Yes, no, or left to the layer. */
export interface TristateSpec<N extends string> extends SpecBase<N, boolean | null> {
  readonly kind: "tristate";
}

export interface NumbersSpec<N extends string> extends SpecBase<N, readonly number[]> {
  readonly kind: "numbers";
  readonly bounds: Bounds;
  /** 1 unless given. */
  readonly minLength?: number;
  readonly maxLength: number;
  /** Whether the numbers must be integers. */
  readonly isWhole?: boolean;
}

export interface ChoiceSpec<N extends string, Option extends string> extends SpecBase<N, Option> {
  readonly kind: "choice";
  readonly options: readonly { readonly value: Option; readonly label: string }[];
}

export interface InitializerSpec<N extends string> extends SpecBase<N, InitializerArgument> {
  readonly kind: "initializer";
}

export interface RegularizerSpec<N extends string> extends SpecBase<N, RegularizerArgument> {
  readonly kind: "regularizer";
}

export interface ConstraintSpec<N extends string> extends SpecBase<N, ConstraintArgument> {
  readonly kind: "constraint";
}

export interface ClippingSpec<N extends string> extends SpecBase<N, RenormClipping> {
  readonly kind: "clipping";
}

export interface AdjustmentSpec<N extends string> extends SpecBase<N, Adjustment> {
  readonly kind: "adjustment";
}

export interface AxisSpec<N extends string> extends SpecBase<N, number | readonly number[]> {
  readonly kind: "axis";
}

export interface EditsSpec<N extends string> extends SpecBase<N, readonly CellEdit[]> {
  readonly kind: "edits";
}

export interface TextSpec<N extends string> extends SpecBase<N, string | null> {
  readonly kind: "text";
}

export interface TrainingSpec<N extends string> extends SpecBase<N, boolean | number | null> {
  readonly kind: "training";
}

/** Found, made, or whichever is possible; null leaves it to the surrounding scope. */
export interface ReuseSpec<N extends string> extends SpecBase<N, boolean | "auto" | null> {
  readonly kind: "reuse";
}

export interface TensorSpec<N extends string> extends SpecBase<N, null> {
  readonly kind: "tensor";
}

export type ArgSpec =
  | BooleanSpec<string>
  | RealSpec<string>
  | IntegerSpec<string>
  | NumbersSpec<string>
  | CountSpec<string>
  | TristateSpec<string>
  | ChoiceSpec<string, string>
  | InitializerSpec<string>
  | RegularizerSpec<string>
  | ConstraintSpec<string>
  | ClippingSpec<string>
  | AdjustmentSpec<string>
  | AxisSpec<string>
  | EditsSpec<string>
  | TextSpec<string>
  | TrainingSpec<string>
  | ReuseSpec<string>
  | TensorSpec<string>;

export type ArgKind = ArgSpec["kind"];

/** The values a spec's argument can hold once checked. */
export type ValueOf<S> =
  S extends BooleanSpec<string>
    ? boolean
    : S extends ChoiceSpec<string, infer Option>
      ? Option
      : S extends { readonly default: infer Value }
        ? Value
        : never;

type Sealed<S> = Omit<S, "kind" | "urlKey"> & { readonly urlKey?: string };

/** The URL key is the documented name, so that a link can be read and written by hand. */
const withKind = <K extends ArgKind, S extends { readonly name: string; readonly urlKey?: string }>(
  kind: K,
  spec: S,
): S & { readonly kind: K; readonly urlKey: string } => ({ urlKey: spec.name, ...spec, kind });

export const booleanArg = <N extends string>(spec: Sealed<BooleanSpec<N>>): BooleanSpec<N> =>
  withKind("boolean", spec);
export const realArg = <N extends string>(spec: Sealed<RealSpec<N>>): RealSpec<N> =>
  withKind("real", spec);
export const integerArg = <N extends string>(spec: Sealed<IntegerSpec<N>>): IntegerSpec<N> =>
  withKind("integer", spec);
export const numbersArg = <N extends string>(spec: Sealed<NumbersSpec<N>>): NumbersSpec<N> =>
  withKind("numbers", spec);
export const choiceArg = <N extends string, O extends string>(
  spec: Sealed<ChoiceSpec<N, O>>,
): ChoiceSpec<N, O> => withKind("choice", spec);
export const initializerArg = <N extends string>(
  spec: Sealed<InitializerSpec<N>>,
): InitializerSpec<N> => withKind("initializer", spec);
export const countArg = <N extends string>(spec: Sealed<CountSpec<N>>): CountSpec<N> =>
  withKind("count", spec);
export const tristateArg = <N extends string>(spec: Sealed<TristateSpec<N>>): TristateSpec<N> =>
  withKind("tristate", spec);
export const regularizerArg = <N extends string>(
  spec: Sealed<RegularizerSpec<N>>,
): RegularizerSpec<N> => withKind("regularizer", spec);
export const constraintArg = <N extends string>(
  spec: Sealed<ConstraintSpec<N>>,
): ConstraintSpec<N> => withKind("constraint", spec);
export const clippingArg = <N extends string>(spec: Sealed<ClippingSpec<N>>): ClippingSpec<N> =>
  withKind("clipping", spec);
export const adjustmentArg = <N extends string>(
  spec: Sealed<AdjustmentSpec<N>>,
): AdjustmentSpec<N> => withKind("adjustment", spec);
export const axisArg = <N extends string>(spec: Sealed<AxisSpec<N>>): AxisSpec<N> =>
  withKind("axis", spec);
export const editsArg = <N extends string>(spec: Sealed<EditsSpec<N>>): EditsSpec<N> =>
  withKind("edits", spec);
export const textArg = <N extends string>(spec: Sealed<TextSpec<N>>): TextSpec<N> =>
  withKind("text", spec);
export const trainingArg = <N extends string>(spec: Sealed<TrainingSpec<N>>): TrainingSpec<N> =>
  withKind("training", spec);
export const reuseArg = <N extends string>(spec: Sealed<ReuseSpec<N>>): ReuseSpec<N> =>
  withKind("reuse", spec);
export const tensorArg = <N extends string>(spec: Sealed<TensorSpec<N>>): TensorSpec<N> =>
  withKind("tensor", spec);
