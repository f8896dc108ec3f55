import { EngineError } from "../errors";
import type { RefusalMessage } from "../types/refusal-message";

/** What was made, or what the engine refused it with; a figure shows either. Other errors are thrown on. */
export type Attempted<T> =
  | { readonly value: T; readonly refusal: null }
  | { readonly value: null; readonly refusal: RefusalMessage };

export function attempted<T>(make: () => T): Attempted<T> {
  try {
    return { value: make(), refusal: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { code, kind, message } = error;
    return { value: null, refusal: { code, kind, message } };
  }
}
