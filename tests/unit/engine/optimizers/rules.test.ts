import { describe, expect, it } from "vitest";
import { adam } from "@/engine/optimizers/rules/adam";
import type { AdamOptions } from "@/engine/optimizers/rules/adam";
import { sgd } from "@/engine/optimizers/rules/sgd";
import type { SgdOptions } from "@/engine/optimizers/rules/sgd";
import type { UpdateRule } from "@/engine/optimizers/rules/update-rule";
import { refusedBy } from "../support/refused";

/** The values of one variable of one element after each gradient. */
function sequence(rule: UpdateRule, start: number, gradients: readonly number[]): number[] {
  let value: Float64Array = Float64Array.of(start);
  return gradients.map((gradient) => {
    value = rule.update("w", value, Float64Array.of(gradient));
    return value[0]!;
  });
}
const close = { relative: 1e-14 };

describe("gradient descent", () => {
  it("steps by 0.01 of the gradient unless told otherwise", () => {
    expect(sequence(sgd(), 1, [2, -1, 0])).toBeAllClose([0.98, 0.99, 0.99], close);
    expect(sequence(sgd({ learning_rate: 0.5 }), 1, [2, -1])).toBeAllClose([0, 0.5], close);
  });

  it("with momentum adds v = μ v − lr g", () => {
    // v: −0.1, −0.09 − 0.2 = −0.29, −0.261 + 0.1 = −0.161.
    const rule = sgd({ learning_rate: 0.1, momentum: 0.9 });
    expect(sequence(rule, 1, [1, 2, -1])).toBeAllClose([0.9, 0.61, 0.449], close);
  });

  it("with Nesterov's momentum adds μ v − lr g with the new v", () => {
    // μ v − lr g: −0.09 − 0.1, −0.261 − 0.2, −0.1449 + 0.1.
    const rule = sgd({ learning_rate: 0.1, momentum: 0.9, nesterov: true });
    expect(sequence(rule, 1, [1, 2, -1])).toBeAllClose([0.81, 0.349, 0.3041], close);
  });

  it("minimizes w²/2 as in Keras's documentation: 0.9, and a step of 0.18", () => {
    expect(sequence(sgd({ learning_rate: 0.1 }), 1, [1])).toBeAllClose([0.9], close);
    const rule = sgd({ learning_rate: 0.1, momentum: 0.9 });
    expect(sequence(rule, 1, [1, 0.9])).toBeAllClose([0.9, 0.72], close);
  });

  it.each([
    [{ momentum: 1.1 }, "momentum must be a number from 0 to 1. Received: momentum=1.1"],
    [{ momentum: -0.1 }, "momentum must be a number from 0 to 1. Received: momentum=-0.1"],
    [{ momentum: Number.NaN }, "momentum must be a number from 0 to 1. Received: momentum=NaN"],
    [
      { learning_rate: Infinity },
      "learning_rate must be a finite number. Received: learning_rate=Infinity",
    ],
    [
      { learning_rate: "0.1" },
      'learning_rate must be a finite number. Received: learning_rate="0.1"',
    ],
    [{ nesterov: 1 }, "nesterov must be true or false. Received: nesterov=1"],
  ])("refuses %j", (options, message) => {
    expect(refusedBy(() => sgd(options as SgdOptions))).toEqual({
      code: "argument",
      kind: "ValueError",
      message,
    });
  });

  it("accepts a momentum of 0 and of 1", () => {
    expect(sequence(sgd({ learning_rate: 1, momentum: 1 }), 0, [1, 0])).toEqual([-1, -2]);
    expect(sequence(sgd({ learning_rate: 1, momentum: 0 }), 0, [1, 0])).toEqual([-1, -1]);
  });
});

describe("Adam", () => {
  it("moves its first step by lr whatever the gradient, but for ε", () => {
    for (const gradient of [1e-3, 1, 1000]) {
      const [first] = sequence(adam(), 0, [gradient]);
      // m = 0.1 g, v = 0.001 g², lr₁ = lr √0.001/0.1.
      const step = (0.001 * Math.sqrt(0.001) * gradient) / (Math.sqrt(0.001) * gradient + 1e-7);
      expect([first!]).toBeAllClose([-step], { relative: 1e-12 });
    }
  });

  it("follows the formulas by hand for three steps", () => {
    const options = { learning_rate: 0.1, beta_1: 0.5, beta_2: 0.75, epsilon: 0.25 };
    // g = 2, 2, −4. m: 1, 1.5, −1.25. v: 1, 1.75, 5.3125.
    const steps = [
      (0.1 * Math.sqrt(0.25)) / 0.5 / (1 + 0.25),
      ((0.1 * Math.sqrt(0.4375)) / 0.75) * (1.5 / (Math.sqrt(1.75) + 0.25)),
      ((0.1 * Math.sqrt(0.578125)) / 0.875) * (-1.25 / (Math.sqrt(5.3125) + 0.25)),
    ];
    const [one, two] = [1 - steps[0]!, 1 - steps[0]! - steps[1]!];
    expect(sequence(adam(options), 1, [2, 2, -4])).toBeAllClose([one, two, two - steps[2]!], close);
  });

  it("gives the numbers of Kingma and Ba's algorithm 1 where ε is 0", () => {
    let [m, v, w] = [0, 0, 1];
    const gradients = [0.3, -2, 0.7, 0.1, 5];
    const expected = gradients.map((g, i) => {
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      w -= (0.001 * (m / (1 - 0.9 ** (i + 1)))) / Math.sqrt(v / (1 - 0.999 ** (i + 1)));
      return w;
    });
    expect(sequence(adam({ epsilon: 0 }), 1, gradients)).toBeAllClose(expected, {
      relative: 1e-12,
    });
  });

  it("with AMSGrad divides by the largest v so far", () => {
    const options = { learning_rate: 0.1, beta_1: 0, beta_2: 0.5, epsilon: 0 };
    // v: 8, 4.5, so √v̂ stays √8. lr₂ = 0.1 √0.75.
    const [first, second] = sequence(adam({ ...options, amsgrad: true }), 0, [4, 1]);
    expect([first!, second! - first!]).toBeAllClose(
      [(-0.1 * Math.sqrt(0.5) * 4) / Math.sqrt(8), (-0.1 * Math.sqrt(0.75)) / Math.sqrt(8)],
      close,
    );
    const [, other] = sequence(adam(options), 0, [4, 1]);
    expect([other! - first!]).toBeAllClose([(-0.1 * Math.sqrt(0.75)) / Math.sqrt(4.5)], close);
  });

  it("takes the optimizer's step when it is told", () => {
    const update = (step?: number): number => {
      const rule = adam({ beta_1: 0.5, beta_2: 0.75, epsilon: 0 });
      return rule.update("w", Float64Array.of(0), Float64Array.of(1), step)[0]!;
    };
    expect(update()).toBe(update(1));
    expect([update(3)]).toBeAllClose(
      [(-0.001 * Math.sqrt(1 - 0.75 ** 3) * 0.5) / (1 - 0.5 ** 3) / Math.sqrt(0.25)],
      close,
    );
  });

  it.each([
    [
      { learning_rate: Number.NaN },
      "learning_rate must be a finite number. Received: learning_rate=NaN",
    ],
    [{ beta_1: "0.9" }, 'beta_1 must be a finite number. Received: beta_1="0.9"'],
    [{ beta_2: Infinity }, "beta_2 must be a finite number. Received: beta_2=Infinity"],
    [{ epsilon: -Infinity }, "epsilon must be a finite number. Received: epsilon=-Infinity"],
    [{ amsgrad: "yes" }, 'amsgrad must be true or false. Received: amsgrad="yes"'],
  ])("refuses %j", (options, message) => {
    expect(refusedBy(() => adam(options as AdamOptions))).toEqual({
      code: "argument",
      kind: "ValueError",
      message,
    });
  });
});

describe.each([
  ["gradient descent", () => sgd({ momentum: 0.9 })],
  ["Adam", () => adam({ amsgrad: true })],
])("an update by %s", (_, make) => {
  const gradients = [1, -2, 0.5];

  it("keeps the slots of each variable apart", () => {
    const rule = make();
    let a: Float64Array = Float64Array.of(1, 2);
    let b: Float64Array = Float64Array.of(3);
    for (const gradient of gradients) {
      a = rule.update("a", a, Float64Array.of(gradient, 0));
      b = rule.update("b", b, Float64Array.of(-gradient));
    }
    expect([a[0]!]).toBeAllClose([sequence(make(), 1, gradients).at(-1)!], close);
    expect(a[1]).toBe(2);
    expect([b[0]!]).toBeAllClose([sequence(make(), 3, [-1, 2, -0.5]).at(-1)!], close);
  });

  it("leaves the given arrays as they are", () => {
    const [value, gradient] = [Float64Array.of(1), Float64Array.of(2)];
    expect(make().update("w", value, gradient)).not.toBe(value);
    expect([value[0], gradient[0]]).toEqual([1, 2]);
  });

  it("that is refused changes no slots", () => {
    const [rule, undisturbed] = [make(), make()];
    const value = Float64Array.of(1);
    rule.update("w", value, Float64Array.of(1));
    undisturbed.update("w", value, Float64Array.of(1));
    expect(refusedBy(() => rule.update("w", value, Float64Array.of(1, 2)))).toEqual({
      code: "argument",
      kind: "ValueError",
      message: "gradient must be as long as the variable, 1 elements. Received: 2 elements",
    });
    expect(
      refusedBy(() => rule.update("w", Float64Array.of(1, 2), Float64Array.of(1, 2))).message,
    ).toMatch(/of w must be as long as the variable, 2 elements\. Received: 1 elements$/);
    const next = (one: UpdateRule): number => one.update("w", value, Float64Array.of(3))[0]!;
    expect(next(rule)).toBe(next(undisturbed));
  });

  it("of a copy goes on from the same slots and leaves the original's", () => {
    const rule = make();
    const first = rule.update("w", Float64Array.of(1), Float64Array.of(1));
    const copy = rule.copy();
    const tried = copy.update("w", first, Float64Array.of(5));
    copy.update("w", tried, Float64Array.of(5));
    expect(rule.update("w", first, Float64Array.of(5))).toEqual(tried);
  });
});
