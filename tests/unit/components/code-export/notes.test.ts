import { describe, expect, test } from "vitest";
import type { Framework } from "@/components/code-export/code";
import { flax } from "@/components/code-export/flax";
import { keras3 } from "@/components/code-export/keras3";
import { numpy } from "@/components/code-export/numpy";
import { pytorch } from "@/components/code-export/pytorch";
import { tensorflow1 } from "@/components/code-export/tensorflow1";
import { tfKeras } from "@/components/code-export/tf-keras";
import type { CodeSubject } from "@/components/code-export/subject";
import { defaultExperiment } from "@/engine/spec/experiment";
import { configured } from "./support/configurations";
import { fusedCall } from "../../../support/fused-call";
import { engineLoop } from "../../../support/engine-loop";
import { engineStep } from "../../../support/engine-step";

const notesOn = (framework: Framework, about: string, subject: CodeSubject): string =>
  framework
    .write(subject)
    .notes.filter((note) => note.about.includes(about))
    .map(({ text }) => text)
    .join("\n");

describe("The notes name what a framework means otherwise", () => {
  test("PyTorch's momentum is the share of the new value", () => {
    const subject = configured({ momentum: 0.9 });
    expect(pytorch.write(subject).text).toContain("momentum=1 - 0.9");
    expect(notesOn(pytorch, "momentum", subject)).toContain("0.1 is 0.9 here");
  });

  test("the epsilons of PyTorch and Flax are another by default, so the text gives them", () => {
    expect(pytorch.write(configured()).text).toContain("eps=0.001");
    expect(flax.write(configured()).text).toContain("epsilon=0.001");
    expect(notesOn(pytorch, "epsilon", configured())).toContain("1e-05");
    expect(notesOn(flax, "epsilon", configured())).toContain("1e-05");
  });

  test("PyTorch's running_var is unbiased, by m/(m − 1) of the batch", () => {
    const all = (subject: CodeSubject): string =>
      pytorch
        .write(subject)
        .notes.map(({ text }) => text)
        .join("\n");
    expect(all(configured())).toContain("unbiased variance, m/(m − 1) = 8/7");
    expect(all(configured({ batch_size: 1 }))).toContain("Expected more than 1 value per channel");
  });

  test("Flax keeps TensorFlow's momentum and takes a variance in two passes only when told", () => {
    const { text } = flax.write(configured());
    expect(text).toContain("momentum=0.99");
    expect(text).toContain("use_fast_variance=False");
  });

  test.for([tensorflow1, tfKeras])("$label takes what Keras 3 has dropped", (framework) => {
    const { text } = framework.write(
      configured({ virtual_batch_size: 4, adjustment: null, fused: false }),
    );
    expect(text).toContain("virtual_batch_size=4");
    expect(text).toContain("fused=False");
  });

  test("Keras 3 has neither ghost batches, fused nor adjustment", () => {
    const given = { fused: false, virtual_batch_size: 4 };
    const { text } = keras3.write(configured(given));
    expect(text).not.toMatch(/fused|virtual_batch_size/);
    for (const name of Object.keys(given)) {
      expect(notesOn(keras3, name, configured(given))).toContain("left out");
    }
    expect(
      keras3
        .write(configured())
        .notes.map((note) => note.text)
        .join(),
    ).toContain("synchronized");
  });

  test("a frozen layer means something else from version to version", () => {
    const v1 = configured({ trainable: false, profile: "tf-2.3-v1" });
    const v2 = configured({ trainable: false });
    expect(notesOn(tfKeras, "trainable", v1)).toContain("in Keras 2 it normalizes with the moving");
    expect(notesOn(tfKeras, "trainable", v2)).toBe("");
    expect(notesOn(tensorflow1, "trainable", v2)).toContain("goes on normalizing with the batch");
    expect(pytorch.write(v2).text).not.toContain("bn.train()");
    expect(pytorch.write(v1).text).toContain("bn.momentum = 0.0");
    const first = configured({ trainable: false, profile: "tf-1.4" });
    expect(pytorch.write(first).text).not.toContain("bn.momentum = 0.0");
    expect(flax.write(v2).text).not.toContain("use_running_average=False, mutable");
  });

  test("renorm of old versions is another formula", () => {
    const old = configured({ renorm: true, profile: "tf-1.14-v1" });
    expect(notesOn(tfKeras, "renorm", old)).toContain("rewritten renorm of 1.15");
    const double = configured({ renorm: true, dtype: "float64" });
    expect(notesOn(tfKeras, "renorm", double)).toContain("raises an error for renorm in float64");
  });

  test("tf.layers has no mask, and Keras 2 does not split it", () => {
    const masked = { padding: 2, mask: true } as const;
    expect(notesOn(tensorflow1, "mask", configured(masked))).toContain("no mask");
    const split = configured({ virtual_batch_size: 4, ...masked });
    expect(notesOn(tfKeras, "mask", split)).toContain("does not split the mask");
  });

  test("a schedule becomes variables in Keras 2, the numbers of the step in Keras 3", () => {
    const { subject } = engineStep({
      ...defaultExperiment,
      step: 6,
      renorm: true,
      renorm_clipping: {
        rmax: [
          [1, 1],
          [11, 3],
        ],
      },
    });
    expect(tfKeras.write(subject).text).toContain("rmax.assign(np.interp(step, [0, 10], [1, 3]))");
    expect(keras3.write(subject).text).toContain('renorm_clipping={"rmax": 2}');
    expect(tensorflow1.write(subject).text).toContain("bound_at(step, [[0, 1], [10, 3]])");
    expect(numpy.write(subject).text).toContain("r = np.minimum(r, dtype(2))");
  });

  test("inputs that are too many for the text are a table beside it", () => {
    const digits = { ...defaultExperiment, data: "digits", steps: 2, step: 2 } as const;
    const small = numpy.write(engineStep({ ...digits, batch_size: 32 }).subject);
    expect(small.data).toBeUndefined();
    const large = numpy.write(engineStep({ ...digits, batch_size: 33 }).subject);
    expect(large.text).toContain(`np.loadtxt("${large.data!.name}"`);
    expect(large.data!.content.trim().split("\n")).toHaveLength(33);
    expect(large.notes.some(({ text }) => text.includes(large.data!.name))).toBe(true);
  });

  test("axes that stay where they are are not permuted", () => {
    const last = fusedCall({ shape: [2, 3, 4, 5] }).subject;
    expect(pytorch.write(last).text).toContain("columns = x.reshape(-1, 5)");
    expect(pytorch.write(last).text).not.toContain("permute");
    const both = fusedCall({ shape: [2, 3, 4, 5], axis: [2, 3] }).subject;
    expect(keras3.write(both).text).not.toContain("transpose");
    expect(pytorch.write(both).text).toContain("columns = x.reshape(-1, 20)");
    const apart = fusedCall({ shape: [2, 3, 4, 5], axis: [1, 3] }).subject;
    expect(keras3.write(apart).text).toContain("transpose(x, (0, 2, 1, 3))");
    expect(pytorch.write(apart).text).toContain("permute((0, 2, 1, 3))");
  });

  test("the bounds of an adjustment are as short as they are meant", () => {
    for (const scale of [0.07, 0.1, 0.3, 1e-6]) {
      const given = configured({ adjustment: { scale, bias: 0.1 } });
      for (const framework of [tfKeras, tensorflow1]) {
        const { text } = framework.write(given);
        expect(text).toContain(
          `, ${{ 0.07: "0.93, 1.07", 0.1: "0.9, 1.1", 0.3: "0.7, 1.3", 1e-6: "0.999999, 1.000001" }[scale]})`,
        );
      }
    }
  });

  test("the NumPy text says what it prints, and of which weights", () => {
    const said = (subject: CodeSubject): string =>
      numpy
        .write(subject)
        .notes.map(({ text }) => text)
        .find((text) => text.startsWith("Run it and compare."))!;
    const run = { ...defaultExperiment, steps: 4, step: 3, batch_size: 8 } as const;
    const plain = engineStep(run).subject;
    expect(said(plain)).toContain("the moving statistics as the call leaves them");
    expect(said(plain)).not.toMatch(/inference_output_before|optimizer|tables/);
    expect(numpy.write(plain).text).not.toContain("inference_output_before");

    const asked = { inferenceBefore: true, tables: "The table has one example." };
    const before = engineStep(run, asked).subject;
    expect(said(before)).toContain("as inference_output_before those in inference mode");
    expect(said(before)).toContain("The table has one example.");
    expect(numpy.write(before).text).toContain("inference_output_before=inference_output_before");

    expect(said(engineStep({ ...run, trainable: false }).subject)).toMatch(
      /^Run it and compare. It prints, for all channels, the moving statistics as the call found and/,
    );
    const trained = engineStep({ ...run, optimizer: "sgd", gamma_regularizer: "l2" }).subject;
    expect(said(trained)).toContain("what the regularizers add to the loss");
    expect(said(trained)).toContain("γ and β are as the call found them");
    const renormed = engineStep({ ...run, renorm: true, virtual_batch_size: 4 }).subject;
    expect(said(renormed)).toContain("each ghost batch's mean and variance; r and d");
    expect(numpy.write(renormed).text).toMatch(/r=r,\s+d=d,/);
  });

  test("the loop without update operations says that the statistics stay", () => {
    const loop = (patch: object) =>
      tensorflow1.write(engineLoop({ ...defaultExperiment, steps: 3, step: 2, ...patch }).subject)
        .text;
    expect(loop({})).toContain("train_step = train_op  # without update_ops");
    expect(loop({ run_update_ops: true })).toContain("tf.group(train_op, update_ops)");
    const early = loop({ run_update_ops: true, collect_before_layer: true });
    expect(early.indexOf("tf.get_collection")).toBeLessThan(early.indexOf("batch_normalization"));
  });
});
