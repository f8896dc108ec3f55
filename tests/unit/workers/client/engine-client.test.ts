import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { harness, replyTo, requestFor, settle, stallAfterMs, yieldAfterMs } from "./worker-double";

const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};
const overtaken = new Error("a newer call came");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the engine's client", () => {
  it("starts no worker before the first call", () => {
    expect(harness().workers).toEqual([]);
  });

  it("hands back what the worker answers", async () => {
    const { ask, workers, interruptions } = harness();
    const call = await ask("a");
    expect(workers[0]!.names).toEqual(["a"]);
    expect(call.outcome()).toBe("pending");
    workers[0]!.received[0]!.answer();
    await settle();
    expect(call.outcome()).toEqual(replyTo("a"));
    expect(interruptions).toEqual([]);
  });

  it("hands back what the engine refuses, as data", async () => {
    const { ask, workers } = harness();
    const call = await ask("a");
    const failure = { code: "table-cell", message: "Row 2.", details: { row: 2, all: null } };
    workers[0]!.received[0]!.refuse({ ok: false, failure });
    await settle();
    expect(call.outcome()).toEqual({ ok: false, failure });
  });

  it("sends one call after the other to the same worker", async () => {
    const { ask, workers } = harness();
    const [first, second] = [await ask("a"), await ask("b")];
    await pass(stallAfterMs - 1);
    expect(workers[0]!.names).toEqual(["a"]);
    workers[0]!.received[0]!.answer();
    await settle();
    expect(first.outcome()).toEqual(replyTo("a"));
    expect(workers[0]!.names).toEqual(["a", "b"]);
    expect(second.outcome()).toBe("pending");
    workers[0]!.received[1]!.answer();
    await settle();
    expect(second.outcome()).toEqual(replyTo("b"));
    expect(workers).toHaveLength(1);
  });

  it("counts a waiting call's patience from when it is sent", async () => {
    const { ask, workers, interruptions } = harness();
    await ask("a");
    const second = await ask("b");
    await pass(stallAfterMs - 1);
    workers[0]!.received[0]!.answer();
    await pass(stallAfterMs - 1);
    expect(interruptions).toEqual([]);
    workers[0]!.received[1]!.answer();
    await settle();
    expect(second.outcome()).toEqual(replyTo("b"));
  });

  it("leaves no timer behind when all is answered", async () => {
    const { ask, workers } = harness();
    await ask("a");
    expect(vi.getTimerCount()).toBe(1);
    workers[0]!.received[0]!.answer();
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a call that is aborted", () => {
  it("beforehand, is rejected with the reason and starts no worker", async () => {
    const { ask, workers } = harness();
    const call = await ask("a", AbortSignal.abort(overtaken));
    expect(call.outcome()).toEqual({ rejected: overtaken });
    expect(workers).toEqual([]);
  });

  it("while it waits, is rejected at once and never starts; those behind it do", async () => {
    const { ask, workers } = harness();
    const controller = new AbortController();
    await ask("a");
    const waiting = await ask("b", controller.signal);
    const behind = await ask("c");
    controller.abort(overtaken);
    await settle();
    expect(waiting.outcome()).toEqual({ rejected: overtaken });
    workers[0]!.received[0]!.answer();
    await settle();
    expect(workers[0]!.names).toEqual(["a", "c"]);
    workers[0]!.received[1]!.answer();
    await settle();
    expect(behind.outcome()).toEqual(replyTo("c"));
  });

  it("while it runs, is rejected at once; its worker is kept when it ends in time", async () => {
    const { ask, workers, interruptions } = harness();
    const controller = new AbortController();
    const running = await ask("a", controller.signal);
    controller.abort(overtaken);
    await settle();
    expect(running.outcome()).toEqual({ rejected: overtaken });
    const next = await ask("b");
    await pass(yieldAfterMs - 1);
    expect(workers[0]!.names).toEqual(["a"]);
    workers[0]!.received[0]!.answer();
    await settle();
    expect(workers[0]!.names).toEqual(["a", "b"]);
    workers[0]!.received[1]!.answer();
    await settle();
    expect(next.outcome()).toEqual(replyTo("b"));
    expect([workers.length, interruptions.length]).toEqual([1, 0]);
  });

  it("while it runs, costs its worker when it does not end in time, and is not repeated", async () => {
    const { ask, workers, interruptions } = harness();
    const controller = new AbortController();
    await ask("a", controller.signal);
    controller.abort(overtaken);
    const next = await ask("b");
    await pass(yieldAfterMs - 1);
    expect(workers[0]!.isTerminated).toBe(false);
    await pass(1);
    expect(workers[0]!.isTerminated).toBe(true);
    expect(workers.map((worker) => worker.names)).toEqual([["a"], ["b"]]);
    workers[1]!.received[0]!.answer();
    await settle();
    expect(next.outcome()).toEqual(replyTo("b"));
    expect(interruptions).toEqual([]);
  });

  it("while it runs, gets no longer time by signs of life", async () => {
    const { ask, workers } = harness();
    const controller = new AbortController();
    await ask("a", controller.signal);
    controller.abort(overtaken);
    await pass(yieldAfterMs - 10);
    workers[0]!.giveSignOfLife();
    await pass(10);
    expect(workers[0]!.isTerminated).toBe(true);
  });

  it("while it is repeated on a second worker, is rejected and not repeated once more", async () => {
    const { ask, workers, interruptions } = harness();
    const controller = new AbortController();
    const call = await ask("a", controller.signal);
    workers[0]!.crash();
    await settle();
    controller.abort(overtaken);
    await settle();
    expect(call.outcome()).toEqual({ rejected: overtaken });
    await pass(yieldAfterMs);
    expect(workers.map((worker) => worker.names)).toEqual([["a"], ["a"]]);
    expect(interruptions).toEqual(["crashed"]);
  });

  it("and whose worker then crashes, is told to nobody as an interruption", async () => {
    const { ask, workers, interruptions } = harness();
    const controller = new AbortController();
    await ask("a", controller.signal);
    controller.abort(overtaken);
    workers[0]!.crash();
    await settle();
    expect(interruptions).toEqual([]);
    expect(workers[0]!.isTerminated).toBe(true);
    await ask("b");
    expect(workers.map((worker) => worker.names)).toEqual([["a"], ["b"]]);
  });

  it("after it was answered, keeps its answer and its worker", async () => {
    const { ask, workers } = harness();
    const controller = new AbortController();
    const call = await ask("a", controller.signal);
    workers[0]!.received[0]!.answer();
    await settle();
    controller.abort(overtaken);
    await pass(10 * stallAfterMs);
    expect(call.outcome()).toEqual(replyTo("a"));
    expect(workers[0]!.isTerminated).toBe(false);
  });

  it("without a reason of its own, is rejected with an AbortError", async () => {
    const { client } = harness();
    const controller = new AbortController();
    const call = client.call("readTable", requestFor("a"), controller.signal);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
