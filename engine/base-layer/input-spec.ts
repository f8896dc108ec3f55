import { EngineError } from "../errors";
import type { ErrorDetails } from "../errors";
import { showShape } from "../tensor/shape";
import type { PartialShape } from "../tensor/shape";

/** What a layer asks of its inputs; what is left out is free. */
export interface InputSpec {
  readonly ndim?: number;
  readonly minNdim?: number;
  readonly maxNdim?: number;
  readonly dtype?: string;
  /** The size along some axes, `[axis, size]`; a negative axis counts from the last. */
  readonly axes?: readonly (readonly [axis: number, size: number])[];
  /** The whole shape; null allows any size. */
  readonly shape?: PartialShape;
}

/** What is known of inputs: the shape is null where not even the rank is. */
export interface KnownInputs {
  readonly shape: PartialShape | null;
  readonly dtype: string;
}

function refuse(code: string, rule: string, received: string, details: ErrorDetails = {}): never {
  const message = `inputs must ${rule}. Received: inputs.${received}`;
  throw new EngineError(code, "ValueError", message, details);
}

/**
 * Checks inputs against a specification, in TensorFlow's order: rank, dtype, sizes. A size that is not known yet fits
 * any. Throws a ValueError.
 */
export function checkAgainst(spec: InputSpec, inputs: KnownInputs): void {
  const { shape, dtype } = inputs;
  if (shape !== null) checkRank(spec, shape);
  else if (asksForRank(spec)) {
    const rule = "have a known rank: the layer asks for one (undefined rank)";
    refuse("inputs-rank", rule, `shape=${showShape(shape)}`);
  }
  if (spec.dtype !== undefined && spec.dtype !== dtype) {
    const rule = `have the dtype the layer asks for: expected dtype=${spec.dtype}, found dtype=${dtype}`;
    refuse("inputs-dtype", rule, `dtype=${dtype}`);
  }
  if (shape !== null) checkSizes(spec, shape);
}

const asksForRank = ({ ndim, minNdim, maxNdim, axes, shape }: InputSpec): boolean =>
  [ndim, minNdim, maxNdim, axes, shape].some((part) => part !== undefined);

function checkRank({ ndim, minNdim, maxNdim, shape: whole }: InputSpec, shape: PartialShape): void {
  const rank = shape.length;
  const misfit = (rule: string, expected: string): never =>
    refuse(
      "inputs-rank",
      `have ${rule}: expected ${expected}, found ndim=${rank}`,
      `shape=${showShape(shape)}`,
    );
  const exact = ndim ?? whole?.length ?? rank;
  if (rank !== exact) misfit("the rank the layer was built for", `ndim=${exact}`);
  if (minNdim !== undefined && rank < minNdim) {
    misfit("a rank the layer takes", `min_ndim=${minNdim}`);
  }
  if (maxNdim !== undefined && rank > maxNdim) {
    misfit("a rank the layer takes", `max_ndim=${maxNdim}`);
  }
}

function checkSizes({ axes = [], shape: whole = [] }: InputSpec, shape: PartialShape): void {
  for (const [axis, size] of axes) checkSize(shape, axis, size);
  for (const [axis, size] of whole.entries()) if (size !== null) checkSize(shape, axis, size);
}

function checkSize(shape: PartialShape, axis: number, size: number): void {
  if ((shape.at(axis) ?? size) === size) return;
  const rule = `have the channels the layer was built for: expected axis ${axis} of input shape to have value ${size}`;
  refuse("inputs-dimension", rule, `shape=${showShape(shape)}`, { axis });
}
