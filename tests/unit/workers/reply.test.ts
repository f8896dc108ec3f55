import { describe, expect, it } from "vitest";
import { EngineError } from "@/engine/errors";
import { reply } from "@/workers/reply";

describe("a reply", () => {
  it("is the value when the work succeeds, also when the value is nothing", async () => {
    await expect(reply(() => Promise.resolve(5))).resolves.toEqual({ ok: true, value: 5 });
    await expect(reply(() => Promise.resolve(null))).resolves.toEqual({ ok: true, value: null });
  });

  it("is an engine's error as data, with its code and details", async () => {
    const refuse = (): Promise<never> =>
      Promise.reject(
        new EngineError("table-cell", "ValueError", "Row 2 is no number.", { row: 2, all: false }),
      );
    await expect(reply(refuse)).resolves.toEqual({
      ok: false,
      failure: {
        code: "table-cell",
        message: "Row 2 is no number.",
        details: { row: 2, all: false },
      },
    });
  });

  it("has no details when the error has none", async () => {
    const work = (): never => {
      throw new EngineError("own-none", "ValueError", "No table.");
    };
    await expect(reply(work)).resolves.toEqual({
      ok: false,
      failure: { code: "own-none", message: "No table.", details: {} },
    });
  });

  it.each<[string, unknown, string]>([
    [
      "an ordinary error",
      new RangeError("Invalid typed array length: -1"),
      "Invalid typed array length: -1",
    ],
    ["a text", "out of luck", "out of luck"],
    ["nothing at all", undefined, "undefined"],
  ])("of %s is called unexpected and keeps its words", async (_, thrown, message) => {
    const work = async (): Promise<never> => {
      await Promise.resolve();
      throw thrown;
    };
    await expect(reply(work)).resolves.toEqual({
      ok: false,
      failure: { code: "unexpected", message, details: {} },
    });
  });

  it("can be cloned between threads without loss", async () => {
    const made = await reply(() =>
      Promise.reject(new EngineError("a", "TypeError", "b", { c: 1, d: null })),
    );
    expect(structuredClone(made)).toEqual(made);
  });
});
