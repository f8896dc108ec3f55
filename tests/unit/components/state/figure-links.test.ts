import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSecond, encodeSecond } from "@/components/state/second-text";
import {
  decode,
  encode,
  fitted,
  linkedArgs,
  unknownKeyWarnings,
  writtenKeys,
} from "@/components/state/url-codec";
import { updateOps } from "@/components/widgets/update-ops/widget";
import { widgetList } from "@/components/widgets/registry";
import { isCompared } from "@/engine/spec/comparison";
import { experimentArgs, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { seeded } from "../../engine/support/arbitraries";
import { anyExperiment } from "../support/experiments";

/** `base` with the values that `names` have in `other`. */
const taking = (base: Experiment, other: Experiment, names: readonly string[]): Experiment =>
  fitted({
    ...base,
    ...(Object.fromEntries(
      experimentArgs
        .filter(({ name }) => names.includes(name))
        .map(({ name }) => [name, other[name]]),
    ) as object),
  });

const namesOf = (texts: Readonly<Record<string, string | null>>): readonly string[] =>
  Object.entries(texts).flatMap(([key, text]) => (text === null ? [] : [key]));

it("A step is in the links of every figure, and of no other argument without a control.", () => {
  expect(linkedArgs([]).map(({ name }) => name)).toEqual(["step"]);
  expect(linkedArgs(["momentum", "data"]).map(({ name }) => name)).toEqual([
    "data",
    "step",
    "momentum",
  ]);
});

it("A change writes the keys of the figure's arguments, and of others only those that the link holds.", () => {
  const args = linkedArgs(["momentum", "data"]);
  expect(writtenKeys([], args)).toEqual(["data", "step", "momentum"]);
  expect(writtenKeys(["renorm", "momentum", "utm_source", "axes"], args)).toEqual([
    "data",
    "step",
    "momentum",
    "renorm",
  ]);
});

describe.each(widgetList)("a link to $id", (widget) => {
  const start = startOf(widget);
  const args = linkedArgs(widget.controls);
  const names = args.map(({ name }) => name);

  it("holds what the figure has controls for; all else is as at its start, and named (100 experiments)", () => {
    fc.assert(
      fc.property(anyExperiment, (wanted) => {
        const texts = encode(wanted, start);
        const { experiment } = decode(texts, start, args);
        expect(experiment).toEqual(taking(start, wanted, names));
        const strange = namesOf(texts).filter((key) => !names.some((name) => name === key));
        expect(unknownKeyWarnings(namesOf(texts), args)).toEqual(
          strange.map(
            (key) =>
              `The link holds "${key}", which is not an argument of this figure. It is ignored.`,
          ),
        );
      }),
      seeded(100),
    );
  });

  it("holds the same of a second configuration (100 pairs)", () => {
    fc.assert(
      fc.property(anyExperiment, anyExperiment, (one, other) => {
        const first = taking(start, one, names);
        const text = encodeSecond(other, first);
        const { second, warnings } = decodeSecond(text, first, args);
        expect(second).toEqual(taking(first, other, names.filter(isCompared)));
        const strange = [...new URLSearchParams(text).keys()].filter(
          (key) => !names.some((name) => name === key),
        );
        expect(warnings).toEqual(
          strange.map(
            (key) =>
              `The second configuration holds "${key}", which is not an argument of this figure. It is ignored.`,
          ),
        );
      }),
      seeded(100),
    );
  });
});

it("A value that breaks its rule is not judged where its argument is ignored.", () => {
  const start = startOf(updateOps);
  expect(decode({ renorm: "perhaps" }, start, linkedArgs(updateOps.controls))).toEqual({
    experiment: start,
    warnings: [],
  });
});

it("A second configuration may differ neither in the data nor in what the figure lacks.", () => {
  const start = startOf(updateOps);
  const args = linkedArgs(updateOps.controls);
  expect(decodeSecond("steps=7&renorm=true&momentum=0.5", start, args)).toEqual({
    second: { ...start, momentum: 0.5 },
    warnings: [
      'The second configuration holds "steps", in which it cannot differ from the first. It is ignored.',
      'The second configuration holds "renorm", which is not an argument of this figure. It is ignored.',
    ],
  });
});
