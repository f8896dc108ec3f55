import type { ClippingKey } from "@/engine/spec/clipping";

/** The bounds of the renorm correction in the order in which controls and links give them. */
export const boundNames = ["rmin", "rmax", "dmax"] as const satisfies readonly ClippingKey[];

/** The bounds that an experiment can hold: no tensors and no functions. */
export type Bounds = Readonly<Partial<Record<ClippingKey, number>>>;
