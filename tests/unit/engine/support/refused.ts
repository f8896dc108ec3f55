import { EngineError } from "@/engine";

export interface Refused {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
}

/** What the engine says when it refuses the action. Any other exception, or none, fails the test. */
export function refusedBy(action: () => unknown): Refused {
  try {
    action();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { code: error.code, kind: error.kind, message: error.message };
  }
  throw new Error("The action was not refused.");
}
