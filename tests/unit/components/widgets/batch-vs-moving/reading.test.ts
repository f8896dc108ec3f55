import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Reading } from "@/components/widgets/batch-vs-moving/reading";
import type { Experiment } from "@/engine/spec/experiment";
import { figureOf } from "./support";

const said = (patch: Partial<Experiment>): string =>
  renderToStaticMarkup(createElement(Reading, { model: figureOf(patch) })).replace(/<[^>]+>/g, "");

describe("how long the moving statistics remember", () => {
  it("is told in steps, in their number", () => {
    expect(said({ momentum: 0.99 })).toContain("half forgotten after 69, 99 % after 459 steps");
    expect(said({ momentum: 0 })).toContain("99 % forgotten after 1 step");
    expect(said({ momentum: 0 })).not.toContain("1 steps");
    expect(said({ momentum: 1 })).toContain("nothing is ever forgotten");
  });

  it("is not claimed where nothing moves", () => {
    const frozen = said({ trainable: false });
    expect(frozen).toContain("frozen: no step moves them, and nothing is forgotten");
    expect(frozen).not.toContain("half forgotten");
  });

  it("comes with what PyTorch stores", () => {
    expect(said({})).toContain(
      "PyTorch writes momentum=0.01, and stores v · n/(n − 1) in its moving variance too, fused or not",
    );
    expect(said({ batch_size: 1 })).not.toContain("n/(n − 1)");
  });
});
