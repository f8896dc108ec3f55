import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Progress } from "@/workers/contract";
import { harness, replyTo, settle, stallAfterMs, yieldAfterMs } from "./worker-double";

const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a long call", () => {
  it("tells how far it is, and is not taken for stuck while it does", async () => {
    const { ask, workers, interruptions } = harness();
    const told: Progress[] = [];
    const call = await ask("a", undefined, (progress) => told.push(progress));
    for (const done of [1, 2, 3]) {
      await pass(stallAfterMs - 1);
      workers[0]!.report({ done, steps: 9 });
      await settle();
    }
    expect(told).toEqual([1, 2, 3].map((done) => ({ done, steps: 9 })));
    await pass(stallAfterMs - 1);
    workers[0]!.received[0]!.answer();
    await settle();
    expect(call.outcome()).toEqual(replyTo("a"));
    expect(interruptions).toEqual([]);
  });

  it("tells nothing of another one", async () => {
    const { ask, workers } = harness();
    const told: Progress[] = [];
    await ask("a", undefined, (progress) => told.push(progress));
    await ask("b");
    workers[0]!.received[0]!.answer();
    await settle();
    workers[0]!.report({ done: 1, steps: 2 });
    await settle();
    expect(told).toEqual([]);
  });

  it("that is aborted is told to stop, says no more, and keeps its worker when it does", async () => {
    const { ask, workers } = harness();
    const told: Progress[] = [];
    const controller = new AbortController();
    await ask("a", controller.signal, (progress) => told.push(progress));
    expect(workers[0]!.stops).toBe(0);
    controller.abort();
    workers[0]!.report({ done: 1, steps: 2 });
    await pass(yieldAfterMs - 1);
    expect([workers[0]!.stops, told]).toEqual([1, []]);
    const failure = { code: "stopped", message: "Stopped at step 1 of 2.", details: {} };
    workers[0]!.received[0]!.refuse({ ok: false, failure });
    const next = await ask("b");
    await pass(yieldAfterMs);
    workers[0]!.received[1]!.answer();
    await settle();
    expect(next.outcome()).toEqual(replyTo("b"));
    expect(workers).toHaveLength(1);
  });
});
