import { EngineError } from "../errors";
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

const shapeText = (shape: PartialShape | null): string =>
  shape === null ? "null" : `[${shape.map(String).join(", ")}]`;

/**
 * Checks inputs against a specification, in TensorFlow's order: rank, dtype, sizes. A size that is not known yet fits
 * any. Throws a ValueError.
 */
export function checkAgainst(spec: InputSpec, inputs: KnownInputs): void {
  const { shape } = inputs;
  const refuse = (code: string, rule: string, details = {}): never => {
    const found = code === "inputs-dtype" ? `dtype=${inputs.dtype}` : `shape=${shapeText(shape)}`;
    throw new EngineError(
      code,
      "ValueError",
      `inputs must ${rule}. Received: inputs.${found}`,
      details,
    );
  };
  if (shape === null && asksForRank(spec)) {
    refuse("inputs-rank", "have a known rank: the layer asks for one (undefined rank)");
  }
  const misfit = rankMisfit(spec, shape?.length ?? 0);
  if (shape !== null && misfit !== null) refuse("inputs-rank", misfit);
  if (spec.dtype !== undefined && spec.dtype !== inputs.dtype) {
    refuse(
      "inputs-dtype",
      `have the dtype the layer asks for: expected dtype=${spec.dtype}, found dtype=${inputs.dtype}`,
    );
  }
  if (shape === null) return;
  const wrong = sizesIn(spec).find(([axis, size]) => (shape.at(axis) ?? size) !== size);
  if (wrong === undefined) return;
  const [axis, size] = wrong;
  refuse(
    "inputs-dimension",
    `have the channels the layer was built for: expected axis ${axis} of input shape to have value ${size}`,
    { axis },
  );
}

const asksForRank = ({ ndim, minNdim, maxNdim, axes, shape }: InputSpec): boolean =>
  [ndim, minNdim, maxNdim, axes, shape].some((part) => part !== undefined);

function rankMisfit({ ndim, minNdim, maxNdim, shape }: InputSpec, rank: number): string | null {
  const found = `found ndim=${rank}`;
  const exact = ndim ?? shape?.length ?? rank;
  if (rank !== exact) {
    return `have the rank the layer was built for: expected ndim=${exact}, ${found}`;
  }
  if (rank < (minNdim ?? rank)) {
    return `have a rank the layer takes: expected min_ndim=${minNdim}, ${found}`;
  }
  if (rank > (maxNdim ?? rank)) {
    return `have a rank the layer takes: expected max_ndim=${maxNdim}, ${found}`;
  }
  return null;
}

const sizesIn = ({ axes = [], shape = [] }: InputSpec): readonly (readonly [number, number])[] => [
  ...axes,
  ...shape.flatMap((size, axis) => (size === null ? [] : [[axis, size] as const])),
];
