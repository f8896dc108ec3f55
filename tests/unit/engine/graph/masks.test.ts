import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { ProfileId, Tensor } from "@/engine";
import { Graph, Session, placeholder } from "@/engine/graph";
import { refusedBy } from "../support/refused";
import { bitsOf } from "../support/tensors";
import { tensorOf } from "../tensorflow/support/layers";
import { uniform } from "../tensorflow/support/numbers";
import { allProfiles, maskProfiles } from "../tensorflow/support/profiles";
import { MaskingLayer } from "./support/layers";

const shape = [4, 3, 2];
/** Some steps of some examples are all zeros. */
const batch = tensorOf(
  shape,
  uniform(shape, 1, [1, 5]).map((value, i) => (i % 12 < 4 ? 0 : value)),
);
const mask: Tensor = tensorOf(
  [4, 3],
  Array.from({ length: 12 }, (_, step) => Number(step % 6 >= 2)),
);

const isUsed = (profile: ProfileId) => maskProfiles.some((each) => each === profile);

const inGraph = (profile: ProfileId) => {
  const graph = new Graph();
  const options = { graph, profile };
  const x = placeholder(graph, { shape: [null, 3, 2], name: "x" });
  const masking = new MaskingLayer({}, options);
  const layer = new BatchNormalization({}, options);
  return { graph, x, masking, layer, session: new Session(graph) };
};

const unsupported = {
  code: "mask-unsupported",
  kind: "TypeError",
  message:
    "mask must be null: the layer does not support masking in this version. Received: mask=a mask",
};

const later = allProfiles.filter((profile) => profile !== "tf-1.4");

describe.each(later)("%s", (profile) => {
  it("hands the mask of its inputs on, from layer to layer", () => {
    const { graph, x, masking, layer } = inGraph(profile);
    const masked = masking.apply(x) as typeof x;
    const y = layer.apply(masked);
    const z = new BatchNormalization({}, { graph, profile }).apply(y);
    expect(masked.mask).not.toBeNull();
    expect([y.mask, z.mask]).toEqual([masked.mask, masked.mask]);
    expect([layer.inputMask, layer.outputMask]).toEqual([masked.mask, masked.mask]);
    expect([layer.getInputMaskAt(0), layer.getOutputMaskAt(-1)]).toEqual([
      masked.mask,
      masked.mask,
    ]);
    expect(layer.computeMask(x, masked.mask)).toBe(masked.mask);
    expect(layer.computeMask(x)).toBeNull();
  });

  it("its statistics heed the mask from 2.12 on, and no sooner", () => {
    const { x, masking, layer, session } = inGraph(profile);
    const y = layer.apply(masking.apply(x) as typeof x, { training: true });
    const outputs = session.run([y, ...layer.updates], [[x, batch]])[0];
    const eager = new BatchNormalization({}, { profile });
    const options = isUsed(profile) ? { mask } : {};
    expect(bitsOf(outputs)).toBe(bitsOf(eager.call(batch, { training: true, ...options })));
    expect(layer.getWeights().map(bitsOf)).toEqual(eager.getWeights().map(bitsOf));
  });

  it("an explicit mask is an argument from 2.12 on, and no sooner", () => {
    const { graph, x, layer, session } = inGraph(profile);
    const given = placeholder(graph, { shape: [null, 3], name: "mask" });
    const apply = () => layer.apply(x, { training: true, mask: given });
    if (!isUsed(profile)) {
      expect(refusedBy(apply)).toEqual({
        code: "mask-unsupported",
        kind: "TypeError",
        message:
          "mask must be left out: the call got an unexpected keyword argument mask in this version. Received: mask=a mask",
      });
      expect(layer.built).toBe(false);
      return;
    }
    const y = apply();
    const eager = new BatchNormalization({}, { profile });
    const expected = bitsOf(eager.call(batch, { training: true, mask }));
    const feeds = [[x, batch] as const, [given, mask] as const];
    expect(bitsOf(session.run(y, feeds))).toBe(expected);
    // Numbers do as well as a tensor.
    const known = layer.apply(x, { training: true, mask });
    expect(bitsOf(session.run(known, feeds))).toBe(expected);
  });
});

describe("tf-1.4", () => {
  it("any mask of the inputs is a TypeError, and the layer stays unbuilt", () => {
    const { x, masking, layer } = inGraph("tf-1.4");
    const masked = masking.apply(x) as typeof x;
    expect(refusedBy(() => layer.apply(masked))).toEqual(unsupported);
    expect(refusedBy(() => layer.apply(x, { mask }))).toEqual(unsupported);
    expect(refusedBy(() => layer.computeMask(x, masked.mask))).toEqual(unsupported);
    expect([layer.built, layer.inboundNodes, layer.weights]).toEqual([false, [], []]);
    expect(layer.computeMask(x)).toBeNull();
    expect(layer.apply(x).mask).toBeNull();
  });
});
