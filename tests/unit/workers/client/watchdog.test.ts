import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Watchdog } from "@/workers/client/watchdog";

const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};

/** A watchdog with a patience of a second, and whether it has barked. */
function watch(): { readonly watchdog: Watchdog; readonly hasExpired: () => boolean } {
  const watchdog = new Watchdog(1000);
  let expired = false;
  void watchdog.expired.then(() => (expired = true));
  return { watchdog, hasExpired: () => expired };
}

describe("a watchdog", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("expires once its patience has run out, not before", async () => {
    const { hasExpired } = watch();
    await pass(999);
    expect(hasExpired()).toBe(false);
    await pass(1);
    expect(hasExpired()).toBe(true);
  });

  it("waits the full time again after every sign of life", async () => {
    const { watchdog, hasExpired } = watch();
    for (let i = 0; i < 20; i++) {
      await pass(999);
      watchdog.feed();
    }
    await pass(999);
    expect(hasExpired()).toBe(false);
    await pass(1);
    expect(hasExpired()).toBe(true);
  });

  it("waits only as long as said once it is hurried, whatever signs of life come", async () => {
    const { watchdog, hasExpired } = watch();
    await pass(900);
    watchdog.hurry(250);
    await pass(200);
    watchdog.feed();
    await pass(49);
    expect(hasExpired()).toBe(false);
    await pass(1);
    expect(hasExpired()).toBe(true);
  });

  it("may also be given more time by hurrying than it had left", async () => {
    const { watchdog, hasExpired } = watch();
    await pass(990);
    watchdog.hurry(250);
    await pass(249);
    expect(hasExpired()).toBe(false);
  });

  it("never expires once it is stopped, also when it is fed afterwards", async () => {
    const { watchdog, hasExpired } = watch();
    watchdog.stop();
    watchdog.feed();
    expect(vi.getTimerCount()).toBe(0);
    await pass(100_000);
    expect(hasExpired()).toBe(false);
  });

  it("keeps a single timer, however often it is fed", () => {
    const { watchdog } = watch();
    for (let i = 0; i < 10; i++) watchdog.feed();
    watchdog.hurry(5);
    expect(vi.getTimerCount()).toBe(1);
  });
});
