import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LatestCall } from "@/components/state/latest-call";
import { unhandledDuring } from "../support/unhandled";

const patienceMs = 250;

interface Performed {
  readonly request: string;
  readonly signal: AbortSignal;
  readonly resolve: (result: string) => void;
  readonly reject: (error: Error) => void;
}

interface Harness {
  readonly call: LatestCall<string, string>;
  /** Every call begun, in order. */
  readonly performed: Performed[];
  /** Every delivery, as "request → result". */
  readonly delivered: string[];
  readonly requests: () => readonly string[];
}

/** Calls that end when the test says so; an aborted one rejects at once, as the engine client's do. */
function harness(): Harness {
  const performed: Performed[] = [];
  const delivered: string[] = [];
  const call = new LatestCall<string, string>({
    perform: (request, signal) =>
      new Promise((resolve, reject) => {
        performed.push({ request, signal, resolve, reject });
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      }),
    deliver: (result, request) => delivered.push(`${request} → ${result}`),
    patienceMs,
  });
  return { call, performed, delivered, requests: () => performed.map(({ request }) => request) };
}

const settle = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(0);
};
const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};

describe("the latest call", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("begins at once and delivers its result with its request", async () => {
    const { call, performed, delivered, requests } = harness();
    call.ask("a");
    expect(requests()).toEqual(["a"]);
    performed[0]!.resolve("done");
    await settle();
    expect(delivered).toEqual(["a → done"]);
  });

  it("ends when it is stopped, delivers nothing, and the next begins at once", async () => {
    const { call, performed, delivered, requests } = harness();
    call.ask("a");
    call.ask("b");
    call.stop();
    expect(performed[0]!.signal.aborted).toBe(true);
    await settle();
    expect(requests()).toEqual(["a"]);
    call.ask("c");
    performed[1]!.resolve("done");
    await pass(patienceMs);
    expect([requests(), delivered]).toEqual([["a", "c"], ["c → done"]]);
    call.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is one at a time: the next begins when the one before has been delivered", async () => {
    const { call, performed, delivered, requests } = harness();
    call.ask("a");
    call.ask("b");
    await settle();
    expect(requests()).toEqual(["a"]);
    performed[0]!.resolve("1");
    await settle();
    expect(delivered).toEqual(["a → 1"]);
    expect(requests()).toEqual(["a", "b"]);
    performed[1]!.resolve("2");
    await settle();
    expect(delivered).toEqual(["a → 1", "b → 2"]);
  });

  it("is the newest of many that came meanwhile; those between are never begun", async () => {
    const { call, performed, delivered, requests } = harness();
    for (const request of ["a", "b", "c", "d"]) call.ask(request);
    performed[0]!.resolve("1");
    await settle();
    performed[1]!.resolve("2");
    await settle();
    expect(requests()).toEqual(["a", "d"]);
    expect(delivered).toEqual(["a → 1", "d → 2"]);
  });

  it("is not asked again by itself once all is delivered", async () => {
    const { call, performed, requests } = harness();
    call.ask("a");
    performed[0]!.resolve("1");
    await pass(60_000);
    expect(requests()).toEqual(["a"]);
    call.ask("b");
    expect(requests()).toEqual(["a", "b"]);
  });

  it("is delivered while a newer one waits when it ends within the patience", async () => {
    const { call, performed, delivered } = harness();
    call.ask("a");
    await pass(1000);
    call.ask("b");
    await pass(patienceMs - 1);
    expect(performed[0]!.signal.aborted).toBe(false);
    performed[0]!.resolve("1");
    await settle();
    expect(delivered).toEqual(["a → 1"]);
  });

  it("is aborted when it is still busy at the end of the patience, and the newest runs", async () => {
    const { call, performed, delivered, requests } = harness();
    call.ask("a");
    call.ask("b");
    await pass(patienceMs - 1);
    expect(performed[0]!.signal.aborted).toBe(false);
    await pass(1);
    expect(performed[0]!.signal.aborted).toBe(true);
    expect(requests()).toEqual(["a", "b"]);
    performed[1]!.resolve("2");
    await settle();
    expect(delivered).toEqual(["b → 2"]);
  });

  it("is never aborted while nothing newer waits, however long it takes", async () => {
    const { call, performed, delivered } = harness();
    call.ask("a");
    await pass(3_600_000);
    expect(performed[0]!.signal.aborted).toBe(false);
    performed[0]!.resolve("1");
    await settle();
    expect(delivered).toEqual(["a → 1"]);
  });

  it("loses its patience from the first newer request on: more of them gain it no time", async () => {
    const { call, performed, requests } = harness();
    call.ask("a");
    for (const request of ["b", "c", "d"]) {
      call.ask(request);
      await pass(80);
    }
    expect(performed[0]!.signal.aborted).toBe(false);
    await pass(patienceMs - 3 * 80);
    expect(performed[0]!.signal.aborted).toBe(true);
    expect(requests()).toEqual(["a", "d"]);
  });

  it("is not aborted by the patience that was meant for the call before it", async () => {
    const { call, performed } = harness();
    call.ask("a");
    call.ask("b");
    await pass(patienceMs - 50);
    performed[0]!.resolve("1");
    await pass(10_000);
    expect(performed[1]!.signal.aborted).toBe(false);
  });

  it("gets the full patience when the call before it was aborted", async () => {
    const { call, performed, requests } = harness();
    call.ask("a");
    call.ask("b");
    await pass(patienceMs);
    call.ask("c");
    await pass(patienceMs - 1);
    expect(performed[1]!.signal.aborted).toBe(false);
    await pass(1);
    expect(performed[1]!.signal.aborted).toBe(true);
    expect(requests()).toEqual(["a", "b", "c"]);
  });

  it("is the newest also among requests that come between an abort and its rejection", async () => {
    const performed: Performed[] = [];
    const call = new LatestCall<string, string>({
      perform: (request, signal) =>
        new Promise((resolve, reject) => performed.push({ request, signal, resolve, reject })),
      deliver: () => undefined,
      patienceMs,
    });
    call.ask("a");
    call.ask("b");
    await pass(patienceMs);
    call.ask("c");
    performed[0]!.reject(new Error("aborted at last"));
    await settle();
    expect(performed.map(({ request }) => request)).toEqual(["a", "c"]);
  });

  it("is aborted by closing, and neither it nor what waits is delivered or begun", async () => {
    const { call, performed, delivered, requests } = harness();
    call.ask("a");
    call.ask("b");
    call.close();
    expect(performed[0]!.signal.aborted).toBe(true);
    await pass(60_000);
    expect(requests()).toEqual(["a"]);
    expect(delivered).toEqual([]);
  });

  it("is not delivered after closing, even when it does not mind its signal", async () => {
    let finish: (result: string) => void = () => undefined;
    const delivered: string[] = [];
    const call = new LatestCall<string, string>({
      perform: () => new Promise((resolve) => (finish = resolve)),
      deliver: (result) => delivered.push(result),
      patienceMs,
    });
    call.ask("a");
    call.close();
    finish("too late");
    await settle();
    expect(delivered).toEqual([]);
  });

  it("keeps one timer while others wait, and none once it is delivered or closed", async () => {
    const { call, performed } = harness();
    call.ask("a");
    expect(vi.getTimerCount()).toBe(0);
    for (const request of ["b", "c", "d"]) call.ask(request);
    expect(vi.getTimerCount()).toBe(1);
    performed[0]!.resolve("1");
    await settle();
    expect(vi.getTimerCount()).toBe(0);
    call.ask("e");
    expect(vi.getTimerCount()).toBe(1);
    call.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a call that fails by itself", () => {
  it("surfaces its error as an unhandled rejection, and the next one runs", async () => {
    const { call, performed, delivered, requests } = harness();
    const broken = new Error("the request cannot be cloned");
    const surfaced = await unhandledDuring(() => {
      call.ask("a");
      call.ask("b");
      performed[0]!.reject(broken);
    });
    expect(surfaced).toEqual([broken]);
    expect(requests()).toEqual(["a", "b"]);
    performed[1]!.resolve("2");
    await Promise.resolve();
    expect(delivered).toEqual(["b → 2"]);
  });

  it("surfaces nothing when its signal was aborted", async () => {
    const { call, performed } = harness();
    const surfaced = await unhandledDuring(() => {
      call.ask("a");
      call.close();
    });
    expect(performed[0]!.signal.aborted).toBe(true);
    expect(surfaced).toEqual([]);
  });
});
