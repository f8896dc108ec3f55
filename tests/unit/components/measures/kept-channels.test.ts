import { describe, expect, it } from "vitest";
import {
  channelAt,
  channelNamesOf,
  drawnPlace,
  keptNotice,
} from "@/components/measures/kept-channels";

const all = Array.from({ length: 70 }, (_, i) => `c${i}`);
const whole = { channels: all, kept: null };
const middle = { channels: all.slice(32, 64), kept: { first: 32, all } };
const shown = (statistics: typeof whole | typeof middle, channel: number) => ({
  experiment: { channel },
  result: { statistics },
});

describe("a run that keeps all channels", () => {
  it("has each in its own place, and the last for one beyond", () => {
    expect([0, 41, 69, 70, 255].map((channel) => drawnPlace(shown(whole, 0), channel))).toEqual([
      0, 41, 69, 69, 69,
    ]);
    expect(channelAt(whole, 41)).toBe(41);
    expect(channelNamesOf(whole)).toBe(all);
    expect(keptNotice(whole)).toBeNull();
  });
});

describe("a run that keeps some channels", () => {
  it("has places for those, and names for all", () => {
    expect(drawnPlace(shown(middle, 50), 32)).toBe(0);
    expect(drawnPlace(shown(middle, 50), 63)).toBe(31);
    expect(channelAt(middle, 31)).toBe(63);
    expect(channelNamesOf(middle)).toBe(all);
  });

  it("goes on with the channel it was made for while one beyond them is on its way", () => {
    expect(drawnPlace(shown(middle, 50), 64)).toBe(18);
    expect(drawnPlace(shown(middle, 50), 3)).toBe(18);
    expect(drawnPlace(shown(middle, 200), 3)).toBe(0);
  });

  it("says which they are", () => {
    expect(keptNotice(middle)).toBe(
      "A run this long keeps the numbers of 32 of its 70 channels: 32 to 63. For a channel beyond these it is run again.",
    );
  });
});
