import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Recent } from "@/workers/recent";
import { seeded } from "../engine/support/arbitraries";

/** Asks for keys one after another; returns those that had to be made. */
async function madeFor(recent: Recent<string>, keys: readonly string[]): Promise<string[]> {
  const made: string[] = [];
  for (const key of keys) {
    const value = await recent.get(key, () => {
      made.push(key);
      return `value of ${key}`;
    });
    expect(value).toBe(`value of ${key}`);
  }
  return made;
}

describe("recent results", () => {
  it("are made once and then remembered, as the same object", async () => {
    const recent = new Recent<{ readonly n: number }>(2);
    const make = vi.fn(() => ({ n: 1 }));
    const first = await recent.get("a", make);
    expect(await recent.get("a", make)).toBe(first);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("may be promised", async () => {
    const recent = new Recent<number>(1);
    expect(await recent.get("a", () => Promise.resolve(7))).toBe(7);
    expect(await recent.get("a", () => Promise.resolve(8))).toBe(7);
  });

  it("are as many as said; the one asked for longest ago goes first", async () => {
    const recent = new Recent<string>(2);
    expect(await madeFor(recent, ["a", "b", "c"])).toEqual(["a", "b", "c"]);
    expect(await madeFor(recent, ["c", "b"])).toEqual([]);
    expect(await madeFor(recent, ["a"])).toEqual(["a"]);
  });

  it("stay when they are asked for again, though they were made first", async () => {
    const recent = new Recent<string>(2);
    expect(await madeFor(recent, ["a", "b", "a", "c"])).toEqual(["a", "b", "c"]);
    expect(await madeFor(recent, ["a"])).toEqual([]);
    expect(await madeFor(recent, ["b"])).toEqual(["b"]);
  });

  it("never hold a failure: the next one asking has it made again", async () => {
    const recent = new Recent<number>(2);
    await expect(recent.get("a", () => Promise.reject(new Error("offline")))).rejects.toThrow(
      "offline",
    );
    await expect(
      recent.get("a", () => {
        throw new Error("at once");
      }),
    ).rejects.toThrow("at once");
    expect(await recent.get("a", () => 3)).toBe(3);
  });

  it("are not pushed out by a failure", async () => {
    const recent = new Recent<string>(1);
    expect(await madeFor(recent, ["a"])).toEqual(["a"]);
    await expect(recent.get("b", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await madeFor(recent, ["a"])).toEqual([]);
  });

  it("go when they are too large together, the one asked for longest ago first", async () => {
    const bytesOf = (value: string): number => Number(value.at(-1));
    const recent = new Recent<string>(9, { bytes: 10, bytesOf });
    expect(await madeFor(recent, ["4", "5", "1"])).toEqual(["4", "5", "1"]);
    expect(await madeFor(recent, ["4", "5", "1"])).toEqual([]);
    expect(await madeFor(recent, ["3"])).toEqual(["3"]);
    expect(await madeFor(recent, ["5", "1", "3"])).toEqual([]);
    expect(await madeFor(recent, ["4"])).toEqual(["4"]);
  });

  it("are at least one, however large it is", async () => {
    const recent = new Recent<string>(9, { bytes: 10, bytesOf: () => 11 });
    expect(await madeFor(recent, ["a", "a", "b", "b"])).toEqual(["a", "b"]);
  });

  it("are exactly the last different keys, whatever was asked for (300 histories)", async () => {
    const key = fc.constantFrom("a", "b", "c", "d", "e");
    await fc.assert(
      fc.asyncProperty(
        fc.array(key),
        fc.integer({ min: 1, max: 4 }),
        key,
        async (asked, size, next) => {
          const recent = new Recent<string>(size);
          await madeFor(recent, asked);
          const latest = [...new Set(asked.toReversed())].slice(0, size);
          expect(await madeFor(recent, [next])).toEqual(latest.includes(next) ? [] : [next]);
        },
      ),
      seeded(300),
    );
  });
});
