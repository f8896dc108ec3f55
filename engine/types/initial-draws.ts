/** What an initializer draws from. */
export type Distribution =
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number }
  /** A normal number is drawn again while it is more than two deviations, before this cut, from the mean. */
  | { readonly kind: "truncated-normal"; readonly mean: number; readonly deviation: number };

/** How a parameter starts in layers that differ in nothing but their seeds. */
export interface InitialDraws {
  /** `layers × channels`; the first row is the one that the run starts from. */
  readonly drawn: Float64Array;
  readonly layers: number;
  /** Null where the values are not drawn one by one: constants, for one. */
  readonly distribution: Distribution | null;
}
