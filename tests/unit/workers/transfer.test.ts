import { expose, wrap } from "comlink";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { buffersOf, transferred } from "@/workers/transfer";
import { seeded } from "../engine/support/arbitraries";

describe("the buffers of a value", () => {
  it("are those of its arrays, however deep they lie", () => {
    const [a, b, c] = [new Float64Array(1), new Uint8Array(2), new DataView(new ArrayBuffer(3))];
    const value = { ok: true, value: { a, list: [{ b }, [c]], text: "no", none: null } };
    expect(buffersOf(value)).toEqual([a.buffer, b.buffer, c.buffer]);
  });

  it("are named once, also when several views share them", () => {
    const shared = new ArrayBuffer(16);
    const views = [new Float64Array(shared), new Float64Array(shared, 8), new Uint8Array(shared)];
    const found = buffersOf({ views, again: views[0] });
    expect(found).toHaveLength(1);
    expect(found[0]).toBe(shared);
  });

  it("are not looked for among the numbers of an array", () => {
    expect(buffersOf(new Float64Array(100_000))).toHaveLength(1);
  });

  it("are none where there are none", () => {
    for (const value of [null, undefined, 1, "text", true, {}, [], { a: [1, { b: null }] }]) {
      expect(buffersOf(value)).toEqual([]);
    }
  });

  it("leave out memory that is shared between threads, which cannot be moved", () => {
    expect(buffersOf({ a: new Uint8Array(new SharedArrayBuffer(8)) })).toEqual([]);
  });

  it("are all of them, so that moving them leaves the sender nothing (200 values)", () => {
    const arrays = fc.oneof(
      fc.float64Array({ minLength: 1, maxLength: 4 }),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        arrays,
        fc.constantFrom(null, 1, "text"),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 3 }), tie("tree"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const copy = structuredClone(value);
        const buffers = buffersOf(value);
        expect(new Set(buffers).size).toBe(buffers.length);
        expect(structuredClone(value, { transfer: buffers })).toEqual(copy);
        expect(buffers.every((buffer) => buffer.byteLength === 0)).toBe(true);
        const sizes = buffersOf(value).map((buffer) => buffer.byteLength);
        expect(sizes).toEqual(buffers.map(() => 0));
      }),
      seeded(200),
    );
  });
});

describe("a transferred value", () => {
  const channel = new MessageChannel();
  afterEach(() => {
    channel.port1.close();
    channel.port2.close();
  });

  it("arrives whole through comlink, while its sender loses it", async () => {
    const sent = { statistics: { mean: Float64Array.of(1, 2) }, chosen: [Float64Array.of(3)] };
    expose({ give: () => transferred(sent) }, channel.port1);
    const received = await wrap<{ give: () => typeof sent }>(channel.port2).give();
    expect(received).toEqual({
      statistics: { mean: Float64Array.of(1, 2) },
      chosen: [Float64Array.of(3)],
    });
    expect(sent.statistics.mean.byteLength).toBe(0);
    expect(sent.chosen[0]!.byteLength).toBe(0);
  });

  it("is the same object, not a copy", () => {
    const value = { a: Float64Array.of(1) };
    expect(transferred(value)).toBe(value);
    expect(value.a.byteLength).toBe(8);
  });
});
