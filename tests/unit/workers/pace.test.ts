import { describe, expect, it } from "vitest";
import type { Progress } from "@/workers/contract";
import { Pace } from "@/workers/pace";
import { stepped } from "@/workers/progress";
import { refusalFrom } from "./support";

/** Ten milliseconds a step; what the pauses and reports were, by the clock. */
function worked(
  msPerStep: number,
  onPause: (pace: Pace, pauses: number) => void = () => undefined,
) {
  let ms = 1000;
  const pauses: number[] = [];
  const reports: (Progress & { readonly at: number })[] = [];
  const pace: Pace = new Pace({
    now: () => ms,
    pause: async () => {
      pauses.push(ms - 1000);
      await Promise.resolve();
      onPause(pace, pauses.length);
    },
    report: (progress) => reports.push({ ...progress, at: ms - 1000 }),
  });
  function* work(steps: number) {
    for (let step = 1; step <= steps; step++) {
      ms += msPerStep;
      yield step;
    }
    return "done";
  }
  const run = (steps: number): Promise<string> => {
    pace.begin();
    return stepped(work(steps), steps, (done, of) => pace.step(done, of));
  };
  return { run, pace, pauses, reports };
}

describe("the pace of long work", () => {
  it("lets messages be heard every 100 ms and reports from 300 ms on", async () => {
    const { run, pauses, reports } = worked(10);
    expect(await run(65)).toBe("done");
    expect(pauses).toEqual([100, 200, 300, 400, 500, 600]);
    expect(reports).toEqual([
      { done: 30, steps: 65, at: 300 },
      { done: 40, steps: 65, at: 400 },
      { done: 50, steps: 65, at: 500 },
      { done: 60, steps: 65, at: 600 },
    ]);
  });

  it("neither pauses nor reports in work that is over before", async () => {
    const { run, pauses, reports } = worked(1);
    expect(await run(99)).toBe("done");
    expect([pauses, reports]).toEqual([[], []]);
  });

  it("rests after every step of work whose steps are long", async () => {
    const { run, pauses } = worked(150);
    await run(3);
    expect(pauses).toEqual([150, 300, 450]);
  });

  it("ends it at the next pause when it is told to stop, saying where", async () => {
    const { run } = worked(10, (pace, pauses) => {
      if (pauses === 3) pace.stop();
    });
    expect(await refusalFrom(run(1000))).toEqual({
      code: "stopped",
      kind: "RuntimeError",
      message: "Stopped at step 30 of 1000.",
      details: {},
    });
  });

  it("begins anew: a stop that came too late ends nothing that follows", async () => {
    const { run, pace, reports } = worked(10);
    await run(20);
    pace.stop();
    expect(await run(40)).toBe("done");
    expect(reports).toEqual([
      { done: 30, steps: 40, at: 500 },
      { done: 40, steps: 40, at: 600 },
    ]);
  });
});
