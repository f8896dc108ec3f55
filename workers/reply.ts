import { EngineError } from "../engine/errors";
import type { Reply } from "./contract";

/** Runs a piece of work and hands back its value, or its error as data. */
export async function reply<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof EngineError) {
      const { code, message, details } = error;
      return { ok: false, failure: { code, message, details } };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: { code: "unexpected", message, details: {} } };
  }
}
