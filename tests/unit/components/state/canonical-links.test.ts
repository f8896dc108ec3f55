import { describe, expect, it } from "vitest";
import { decode, inSpecOrder } from "@/components/state/url-codec";

describe("links", () => {
  it("have their keys in the order of the specs, and foreign keys behind them", () => {
    const query = new URLSearchParams("momentum=1&utm_x=1&step=2&data=drift&batch_size=8&a=b");
    expect(inSpecOrder(query).toString()).toBe(
      "data=drift&batch_size=8&step=2&momentum=1&utm_x=1&a=b",
    );
  });

  it("with an unreadable step and few steps are warned about once", () => {
    const { experiment, warnings } = decode({ step: "abc", steps: "20" });
    expect(experiment.step).toBe(20);
    expect(warnings).toEqual([
      'step must be an integer from 1 to 10000. Received: step="abc". Using 50 instead.',
    ]);
  });
});
