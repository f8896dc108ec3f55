import { describe, expect, test } from "vitest";
import type { Framework } from "@/components/code-export/code";
import { frameworks } from "@/components/code-export/frameworks";
import { keras3 } from "@/components/code-export/keras3";
import { numpy } from "@/components/code-export/numpy";
import { pytorch } from "@/components/code-export/pytorch";
import { subjectOf } from "@/components/code-export/subject";
import type { CodeSubject } from "@/components/code-export/subject";
import { tensorflow1 } from "@/components/code-export/tensorflow1";
import { tfKeras } from "@/components/code-export/tf-keras";
import {
  codeOf as codeOfTensor,
  refusedCode as refusedTensor,
} from "@/components/widgets/axis/code";
import { posterGrouping } from "@/components/widgets/axis/poster";
import { refusedCode as refusedCall } from "@/components/widgets/fused/code";
import { fused } from "@/components/widgets/fused/widget";
import { programFor } from "@/components/widgets/shared-variables/program";
import { sharedVariables } from "@/components/widgets/shared-variables/widget";
import { defaultExperiment } from "@/engine/spec/experiment";
import { fusedCall, linked as linkedTensor } from "../../../support/fused-call";
import { linked, twoCalls } from "../../../support/two-calls";

const notesOf = ({ write }: Framework, subject: CodeSubject, about?: string): string =>
  write(subject)
    .notes.filter((note) => about === undefined || note.about.includes(about))
    .map(({ text }) => text)
    .join("\n");

test("a text computes what is shown, or ends with the message that is shown instead", () => {
  const subjects = [
    ...fused.specimens.map(({ query }) => fusedCall(linkedTensor(query)).subject),
    ...sharedVariables.specimens.map(({ query }) => twoCalls(linked(query)).subject),
    subjectOf(codeOfTensor(defaultExperiment, posterGrouping)),
  ];
  for (const subject of subjects) {
    const { text } = numpy.write(subject);
    expect(text.includes("raise SystemExit(")).toBe(subject.refusal !== null);
    expect(text.includes("print(name, ")).toBe(subject.refusal === null);
  }
  expect(new Set(subjects.map(({ refusal }) => refusal === null)).size).toBe(2);
});

test("a tensor that has no result has its message, its axis and its shape", () => {
  const message = "shape must be smaller";
  const experiment = { ...defaultExperiment, shape: [64, 3, 64], axis: 1 };
  for (const source of [refusedCall(experiment, message), refusedTensor(experiment, message)]) {
    const subject = subjectOf(source);
    expect(numpy.write(subject).text).toContain(`raise SystemExit("${message}")`);
    expect(notesOf(numpy, subject)).toContain(`It says: ${message}`);
    expect(tfKeras.write(subject).text).toContain("BatchNormalization(axis=1)");
    expect(pytorch.write(subject).text).toContain("torch.randn((64, 3, 64)");
  }
});

describe("the texts of Fused or not", () => {
  test("go by the arguments that the figure reads, and by no others", () => {
    const others = {
      center: false,
      trainable: false,
      renorm_momentum: 0.5,
      moving_mean_initializer: "ones",
      padding: 3,
      mask: true,
      optimizer: "adam",
    } as const;
    for (const { write } of frameworks) {
      expect(write(fusedCall(others).subject)).toEqual(write(fusedCall({}).subject));
    }
  });

  test("have the axis and the shape of the figure also where the layer refuses", () => {
    const { subject } = fusedCall({ shape: [2, 3, 4, 4], axis: 1, fused: true, renorm: true });
    expect(notesOf(tfKeras, subject)).toContain("ValueError: fused=true excludes renorm");
    expect(tfKeras.write(subject).text).toMatch(/axis=1,\s+momentum=0.9,\s+renorm=True/);
    expect(pytorch.write(subject).text).toContain("nn.BatchNorm2d(3");
    expect(numpy.write(subject).text).not.toContain("np.");
    expect(notesOf(numpy, subject, "fused")).toBe("");
  });

  test("say where another version takes the other path, from its own questions", () => {
    const regularized = { profile: "tf-1.4", gamma_regularizer: "l2" } as const;
    expect(notesOf(tfKeras, fusedCall(regularized).subject, "fused")).toContain(
      "Keras 2 takes the fused path here and the version shown does not",
    );
    const video = { shape: [2, 2, 2, 2, 3] };
    expect(notesOf(tensorflow1, fusedCall(video).subject, "fused")).toContain(
      "The version shown takes the fused path here and tf.layers does not",
    );
    expect(notesOf(tfKeras, fusedCall(video).subject, "fused")).toBe("");
    const dropped = { fused: true, virtual_batch_size: 1, profile: "tf-2.3-v1" } as const;
    expect(notesOf(tfKeras, fusedCall(dropped).subject, "fused")).toContain("raises a ValueError");
    expect(notesOf(tensorflow1, fusedCall(dropped).subject, "fused")).toBe("");
    const possible = { fused: true, profile: "tf-2.3-v1" } as const;
    expect(notesOf(tfKeras, fusedCall(possible).subject, "fused")).not.toContain("ValueError");
  });

  test("say what another version does instead of refusing", () => {
    const refused = { fused: true, virtual_batch_size: 1 } as const;
    expect(notesOf(tensorflow1, fusedCall(refused).subject, "fused")).toBe(
      "tf.layers does not raise this error: it takes the unfused path.",
    );
    const early = { fused: true, shape: [2, 2, 2, 2, 3], profile: "tf-2.3-v2" } as const;
    expect(notesOf(tfKeras, fusedCall(early).subject, "fused")).toContain(
      "does not raise this error: it takes the fused path.",
    );
  });

  test("do not claim errors of an argument that Keras 3 does not have", () => {
    const { subject } = fusedCall({ fused: true, shape: [8, 3], profile: "tf-2.3-v1" });
    expect(notesOf(keras3, subject, "fused")).toBe("Keras 3 has no such argument: it is left out.");
  });
});

describe("the texts of two calls", () => {
  /** Without spaces and the commas before closing brackets, which are a matter of layout. */
  const bare = (text: string): string => text.replaceAll(/\s/g, "").replaceAll(/,(?=[)}\]])/g, "");

  test.for(sharedVariables.specimens)(
    "TensorFlow 1 has the program of the figure: $name",
    ({ query }) => {
      const { experiment, result, subject } = twoCalls(linked(query));
      const { text } = tensorflow1.write(subject);
      const statements = programFor(experiment, null)
        .map((line) => line.text)
        .filter((line) => /^(y\d|with|update_ops|train_step|loss)/.test(line));
      expect(statements).toHaveLength(5);
      const places = statements.map((statement) => bare(text).indexOf(bare(statement)));
      // All are there.
      expect(Math.min(...places)).toBeGreaterThan(0);
      // And the collection is asked for between the same calls.
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(text.includes("TensorFlow raises a ")).toBe(result.refusal !== null);
    },
  );

  test("the refusal stands at the call that it is of", () => {
    const second = tensorflow1.write(twoCalls(linked("first_name=bn&name=bn")).subject).text;
    expect(second.indexOf("TensorFlow raises a ValueError here")).toBeGreaterThan(
      second.indexOf("y1 = tf.layers"),
    );
    const first = tensorflow1.write(twoCalls(linked("first_name=")).subject).text;
    const raised = first.indexOf("TensorFlow raises a TypeError here");
    expect(raised).toBeGreaterThan(0);
    expect(raised).toBeLessThan(first.indexOf("y1 = tf.layers"));
  });

  test("one layer where the variables are shared, two where they are not", () => {
    const shared = twoCalls(linked("scope=siamese&scope_reuse=true")).subject;
    const apart = twoCalls({ first_name: "left", name: "right" }).subject;
    for (const framework of [tfKeras, keras3]) {
      const one = framework.write(shared).text;
      expect(one.match(/BatchNormalization\(/g)).toHaveLength(1);
      expect(one).toContain("y2 = layer(x2, training=True)");
      const two = framework.write(apart).text;
      expect(two).toContain("layer1 = ");
      expect(two.match(/name="(left|right)"/g)).toEqual(['name="left"', 'name="right"']);
    }
    expect(notesOf(pytorch, shared)).toContain('The variable scope "siamese" has no counterpart');
    expect(notesOf(pytorch, apart)).not.toContain("variable scope");
  });

  test("go by the arguments that the figure reads, and by no others", () => {
    const others = { epsilon: 0.5, renorm: true, dtype: "float16", optimizer: "adam" } as const;
    for (const { write } of frameworks) {
      expect(write(twoCalls(others).subject)).toEqual(write(twoCalls({}).subject));
    }
  });

  test("an update that only the figure leaves out is named", () => {
    const note = "In the figure a step runs the updates of the first call alone";
    expect(notesOf(tfKeras, twoCalls({}).subject)).toContain(note);
    expect(notesOf(tfKeras, twoCalls({ updates_of: "both" }).subject)).not.toContain(note);
  });
});
