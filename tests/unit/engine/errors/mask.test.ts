import { describe, expect, it } from "vitest";
import type { Mask } from "@/engine";
import { maskProfiles, profileIds } from "../laws/problems";
import { refusedBy } from "../support/refused";
import { float32, stateOf } from "../support/tensors";
import { make, typeError, valueError } from "./layers";

const x = float32([2, 2, 1], [1, 2, 3, 4]);

describe("E27: a mask where the version takes none", () => {
  it.each([true, false])("is a TypeError of the call (training %s)", (training) => {
    for (const profile of profileIds.filter((id) => !maskProfiles.includes(id))) {
      const layer = make({}, profile);
      const message =
        profile === "tf-1.4"
          ? "mask must be null: the layer does not support masking in this version. Received: mask=a mask"
          : "mask must be left out: the call got an unexpected keyword argument mask in this version. Received: mask=a mask";
      const mask = [
        [1, 1],
        [1, 1],
      ];
      expect(refusedBy(() => layer.call(x, { training, mask }))).toEqual(
        typeError("mask-unsupported", message),
      );
      expect(layer.built).toBe(false);
    }
  });

  it("null or undefined is none, in every version", () => {
    for (const profile of profileIds) {
      expect(make({}, profile).call(x, { mask: null }).shape).toEqual([2, 2, 1]);
      expect(make({}, profile).call(x, { mask: undefined } as never).shape).toEqual([2, 2, 1]);
    }
  });
});

describe("a mask where the version takes one", () => {
  it.each<[string, Mask, string]>([
    [
      "that knows the last axis",
      [
        [[1], [1]],
        [[1], [1]],
      ],
      "[2, 2, 1]",
    ],
    ["of another length", [1, 0, 1], "[3]"],
    [
      "of another batch size",
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      "[3, 2]",
    ],
  ])("%s is a ValueError", (_, mask, shown) => {
    for (const profile of maskProfiles) {
      for (const training of [true, false]) {
        expect(refusedBy(() => make({}, profile).call(x, { training, mask }))).toEqual(
          valueError(
            "mask-shape",
            `mask must be shaped as the inputs without their last axis, [2, 2]. Received: mask.shape=${shown}`,
          ),
        );
      }
    }
  });

  it.each([
    ["ones", '"ones"'],
    [{}, "{}"],
  ])("that is %j is a TypeError", (mask, shown) => {
    for (const profile of maskProfiles) {
      expect(refusedBy(() => make({}, profile).call(x, { mask: mask as never }))).toEqual(
        typeError(
          "argument",
          `mask must be null, a tensor, or nested lists of numbers, shaped as the inputs without their last axis. Received: mask=${shown}`,
        ),
      );
    }
  });

  it("is ignored with a warning by a fused layer, and not when fused is false", () => {
    const images = float32([2, 1, 1, 1], [0, 8]);
    const mask = [[[1]], [[0]]];
    for (const profile of maskProfiles) {
      const [ignoring, plain, using] = [
        make({}, profile),
        make({}, profile),
        make({ fused: false }, profile),
      ];
      for (const layer of [ignoring, using]) layer.call(images, { training: true, mask });
      plain.call(images, { training: true });
      expect(stateOf(ignoring)).toEqual(stateOf(plain));
      expect(using.getWeights()[2]?.data).toEqual(Float32Array.of(0));
    }
  });
});
