export interface ConstantObject {
  readonly class_name: "Constant";
  readonly config: { readonly value: number };
}

/** The initializer that fills a weight with one number. */
export const constant = (value: number): ConstantObject => ({
  class_name: "Constant",
  config: { value },
});
