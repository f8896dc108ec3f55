import type { RefusalMessage } from "./refusal-message";

/** Which implementation a layer takes when it is built, or that it is refused until then. */
export type ImplementationPath = "fused" | "unfused" | "refused";

/** What became of a layer: the implementation it took, or what refused it and when. */
export type FusedOutcome =
  | { readonly fused: boolean; readonly refusal: null; readonly refusedBy: null }
  | {
      readonly fused: null;
      readonly refusal: RefusalMessage;
      readonly refusedBy: "constructor" | "build" | "call";
    };
