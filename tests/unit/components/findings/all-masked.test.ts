import { expect, it } from "vitest";
import { findingsOf } from "@/components/findings";
import { ran } from "../widgets/normalize-steps/support";

const found = (query: string) => {
  const { experiment, run } = ran(query);
  return findingsOf({ experiment, run, channel: 0 });
};

it("A mask that leaves no example is named, and not taken for a channel that does not vary.", () => {
  const finding = found("padding=6&mask=true").find(({ title }) => title.includes("mask"));
  expect(finding).toEqual({
    title: "The mask leaves no example",
    cause:
      "All 6 examples of every batch are padding, and the mask leaves them out. TensorFlow takes 0 divided by 0 as 0 there: mean and variance are 0, x̂ is x / √ε, and the moving statistics learn nothing of the data.",
    remedy: "Give less padding than a batch has examples.",
  });
  expect(
    found("padding=6&mask=true")
      .map(({ title }) => title)
      .join(),
  ).not.toContain("vary");
  expect(
    found("padding=6&mask=true&epsilon=0")
      .map(({ cause }) => cause)
      .join(),
  ).toContain("x̂ is x divided by 0");
});

it("A mask that leaves an example is none of it.", () => {
  expect(found("padding=5&mask=true").map(({ title }) => title)).not.toContain(
    "The mask leaves no example",
  );
});
