import { readFile } from "node:fs/promises";
import { vi } from "vitest";

export interface Refused {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
  readonly details: object;
}

/** An engine error as a plain object. By name, because a module that was loaded again has a class of its own. */
function asRefused(error: unknown): Refused {
  if (!(error instanceof Error) || error.name !== "EngineError") throw error;
  const { code, kind, message, details } = error as Error & Refused;
  return { code, kind, message, details };
}

/** What an engine error says. Any other exception passes through; none fails the test. */
export function refusalOf(act: () => unknown): Refused {
  try {
    act();
  } catch (error) {
    return asRefused(error);
  }
  throw new Error("Nothing was refused.");
}

/** The same of a promise. */
export async function refusalFrom(promise: Promise<unknown>): Promise<Refused> {
  const error = await promise.then(
    () => new Error("Nothing was refused."),
    (reason: unknown) => reason,
  );
  return asRefused(error);
}

export const shippedText = (file: string): Promise<string> =>
  readFile(new URL(`../../../public/${file}`, import.meta.url), "utf8");

/** The address under which the tests ask for the site's data. */
export const dataRoot = "https://lab.example/base/";

/** Replaces the network by the shipped files. Returns the addresses asked for, as they come. */
export function serveShippedData(): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    if (!url.startsWith(dataRoot)) throw new TypeError("fetch failed");
    return new Response(await shippedText(url.slice(dataRoot.length)));
  });
  return asked;
}
