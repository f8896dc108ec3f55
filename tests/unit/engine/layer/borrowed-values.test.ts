import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import { refusedBy } from "../support/refused";

describe("values that belong to the caller", () => {
  it("may change after construction: the axis list was copied", () => {
    const axis = [1];
    const layer = new BatchNormalization({ axis });
    axis[0] = 0;
    expect(layer.axis).toEqual([1]);
  });

  it("may change after a trace: what it computes later uses the inputs it was given", () => {
    const x = tensor([[1], [3]]);
    const trace = new BatchNormalization({ epsilon: 0 }).trace(x, { training: true });
    x.data.fill(100);
    expect([...trace.normalized.data]).toEqual([-1, 1]);
    expect([...(trace.vjp(tensor([[1], [2]])).gamma?.data ?? [])]).toEqual([1]);
  });

  it("may change after vjp: the adjustment's gradients are of the dy it was given", () => {
    const layer = new BatchNormalization({ adjustment: () => [[2], [1]] });
    const dy = tensor([[1], [2]]);
    const gradients = layer.trace([[1], [3]], { training: true }).vjp(dy);
    dy.data.fill(100);
    expect([...(gradients.adjustment?.bias.data ?? [])]).toEqual([3]);
  });

  it("cannot change a shape the layer shares", () => {
    const layer = new BatchNormalization();
    layer.build([null, 2]);
    const shape = layer.getWeights()[0]!.shape as number[];
    expect(() => (shape[0] = 7)).toThrow(TypeError);
  });

  it.each(["constructor", "toString", "__proto__"])(
    "do not become initializers by a name every object inherits: %s",
    (identifier) => {
      for (const given of [identifier, { class_name: identifier }, { class_name: [identifier] }]) {
        const { kind, message } = refusedBy(
          () => new BatchNormalization({ gamma_initializer: given as string }),
        );
        expect(kind).toBe("ValueError");
        expect(message).toMatch(/^Unknown initializer: gamma_initializer must be zeros, ones, /);
      }
    },
  );

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["abc", '"abc"'],
    [true, "true"],
  ])("that are no tensor are refused by name: %s", (inputs, shown) => {
    const layer = new BatchNormalization();
    expect(refusedBy(() => layer.call(inputs as never))).toEqual({
      code: "argument",
      kind: "TypeError",
      message: `inputs must be a tensor, or nested lists of numbers. Received: inputs=${shown}`,
    });
  });

  it.each([
    [Float32Array.of(1), "1"],
    [Float32Array.of(1, 2, 3, 4, 5), "5"],
  ])("that do not fill the shape they state are refused", (data, count) => {
    const layer = new BatchNormalization();
    const inputs = { shape: [2, 2], dtype: "float32", data } as const;
    expect(refusedBy(() => layer.call(inputs))).toEqual({
      code: "tensor-shape",
      kind: "ValueError",
      message: `data must fill its shape: [2, 2] holds 4 values. Received: ${count} values`,
    });
    expect(layer.built).toBe(false);
  });
});
