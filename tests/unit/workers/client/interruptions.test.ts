import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineError } from "@/engine/errors";
import { reply } from "@/workers/reply";
import { harness, replyTo, settle, stallAfterMs } from "./worker-double";
import type { Harness } from "./worker-double";

const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};
const namesOf = ({ workers }: Harness): readonly (readonly string[])[] =>
  workers.map((worker) => worker.names);

const crash = async ({ workers }: Harness): Promise<void> => {
  workers.at(-1)!.crash();
  await settle();
};
const stall = (): Promise<void> => pass(stallAfterMs);

const crashedTwice = {
  ok: false,
  failure: {
    code: "worker-crashed",
    message: "The calculation stopped twice because its worker failed.",
    details: {},
  },
};
const stalledTwice = {
  ok: false,
  failure: {
    code: "worker-stalled",
    message: "The calculation stopped twice because its worker did not answer.",
    details: {},
  },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a worker that crashes", () => {
  it.each(["error", "messageerror"] as const)(
    "with an %s event is replaced, and its call repeated once",
    async (event) => {
      const h = harness();
      const call = await h.ask("a");
      h.workers[0]!.crash(event);
      await settle();
      expect(h.interruptions).toEqual(["crashed"]);
      expect(h.workers[0]!.isTerminated).toBe(true);
      expect(namesOf(h)).toEqual([["a"], ["a"]]);
      expect(call.outcome()).toBe("pending");
      h.workers[1]!.received[0]!.answer();
      await settle();
      expect(call.outcome()).toEqual(replyTo("a"));
      expect(h.interruptions).toEqual(["crashed"]);
    },
  );

  it("between two calls is replaced for the next one", async () => {
    const h = harness();
    await h.ask("a");
    h.workers[0]!.received[0]!.answer();
    await settle();
    await crash(h);
    expect(h.interruptions).toEqual([]);
    const call = await h.ask("b");
    h.workers[1]!.received[0]!.answer();
    await settle();
    expect(call.outcome()).toEqual(replyTo("b"));
    expect(h.interruptions).toEqual(["crashed"]);
  });
});

describe("a worker that falls silent", () => {
  it("is replaced once the patience has run out, and its call repeated once", async () => {
    const h = harness();
    const call = await h.ask("a");
    await pass(stallAfterMs - 1);
    expect([h.interruptions, h.workers.length]).toEqual([[], 1]);
    await pass(1);
    expect(h.interruptions).toEqual(["stalled"]);
    expect(h.workers[0]!.isTerminated).toBe(true);
    expect(namesOf(h)).toEqual([["a"], ["a"]]);
    h.workers[1]!.received[0]!.answer();
    await settle();
    expect(call.outcome()).toEqual(replyTo("a"));
  });

  it("is not one that gives signs of life, however long it works", async () => {
    const h = harness();
    const call = await h.ask("a");
    for (let i = 0; i < 50; i++) {
      await pass(stallAfterMs - 1);
      h.workers[0]!.giveSignOfLife();
      await settle();
    }
    expect([h.interruptions, h.workers.length]).toEqual([[], 1]);
    h.workers[0]!.received[0]!.answer();
    await settle();
    expect(call.outcome()).toEqual(replyTo("a"));
  });

  it("is one whose signs of life have ended", async () => {
    const h = harness();
    await h.ask("a");
    await pass(stallAfterMs - 1);
    h.workers[0]!.giveSignOfLife();
    await pass(stallAfterMs);
    expect(h.interruptions).toEqual(["stalled"]);
  });

  it("cannot answer late: only the worker in its place is listened to", async () => {
    const h = harness();
    const call = await h.ask("a");
    await stall();
    h.workers[0]!.received[0]!.answer();
    await settle();
    expect(call.outcome()).toBe("pending");
  });
});

describe("a call that is interrupted twice", () => {
  it("comes back as a failure when the worker crashed twice", async () => {
    const h = harness();
    const call = await h.ask("a");
    await crash(h);
    await crash(h);
    expect(call.outcome()).toEqual(crashedTwice);
    expect(namesOf(h)).toEqual([["a"], ["a"]]);
    expect(h.workers.map((worker) => worker.isTerminated)).toEqual([true, true]);
  });

  it("comes back as a failure when the worker fell silent twice", async () => {
    const h = harness();
    const call = await h.ask("a");
    await stall();
    await pass(stallAfterMs - 1);
    expect(call.outcome()).toBe("pending");
    await pass(1);
    expect(call.outcome()).toEqual(stalledTwice);
    expect(namesOf(h)).toEqual([["a"], ["a"]]);
  });

  it("is told once of the first interruption, and fails with the second", async () => {
    const one = harness();
    const crashedFirst = await one.ask("a");
    await crash(one);
    await stall();
    expect(crashedFirst.outcome()).toEqual(stalledTwice);
    expect(one.interruptions).toEqual(["crashed"]);

    const other = harness();
    const stalledFirst = await other.ask("a");
    await stall();
    await crash(other);
    expect(stalledFirst.outcome()).toEqual(crashedTwice);
    expect(other.interruptions).toEqual(["stalled"]);
  });

  it("does not spoil the next one, which gets a worker and two tries of its own", async () => {
    const h = harness();
    const failing = await h.ask("a");
    const next = await h.ask("b");
    await crash(h);
    await crash(h);
    expect(failing.outcome()).toEqual(crashedTwice);
    expect(namesOf(h)).toEqual([["a"], ["a"], ["b"]]);
    await crash(h);
    expect(namesOf(h)).toEqual([["a"], ["a"], ["b"], ["b"]]);
    h.workers[3]!.received[0]!.answer();
    await settle();
    expect(next.outcome()).toEqual(replyTo("b"));
    expect(h.interruptions).toEqual(["crashed", "crashed"]);
  });
});

describe("an error that the engine throws", () => {
  it("comes back as data with its code and details, and is no interruption", async () => {
    const h = harness();
    const call = await h.ask("a");
    const refused = await reply<never>(() => {
      throw new EngineError("table-cell", "ValueError", "Row 2 is no number.", { row: 2 });
    });
    h.workers[0]!.received[0]!.refuse(refused);
    await settle();
    expect(call.outcome()).toEqual({
      ok: false,
      failure: { code: "table-cell", message: "Row 2 is no number.", details: { row: 2 } },
    });
    const next = await h.ask("b");
    h.workers[0]!.received[1]!.answer();
    await settle();
    expect(next.outcome()).toEqual(replyTo("b"));
    expect([h.workers.length, h.interruptions.length]).toEqual([1, 0]);
  });
});
