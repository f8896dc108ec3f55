import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { defaultExperiment } from "@/engine/spec/experiment";
import { RunMessages } from "@/components/state/run-messages";
import type { RunMessagesProps } from "@/components/state/run-messages";

const finished = { experiment: defaultExperiment, result: null };
const quiet = { finished, failure: null, interruption: null, retry: () => undefined };
const written = (props: Partial<RunMessagesProps>): string =>
  renderToStaticMarkup(createElement(RunMessages, { warnings: [], run: quiet, ...props }));
const failed = (code: string, message: string): RunMessagesProps["run"] => ({
  ...quiet,
  failure: { code, message, details: {} },
});

describe("what the page says of a run", () => {
  it("is nothing while there is nothing to say", () => {
    expect(written({})).toBe("");
  });

  it("is that it was stopped, which is no alarm, and how to run it again", () => {
    const markup = written({ run: failed("stopped", "The run was stopped at step 7 of 9.") });
    expect(markup).toContain(
      "The run was stopped at step 7 of 9. The figure shows the last result there was.",
    );
    expect(markup).toContain(">Run it again</button>");
    expect(markup).not.toContain('role="alert"');
  });

  it("is an alarm when it failed, and how to try again", () => {
    const markup = written({ run: failed("worker-crashed", "It failed.") });
    expect(markup).toContain('role="alert"');
    expect(markup).toContain(">Try again</button>");
  });

  it("is what is drawn where there never was a result", () => {
    const run = { ...failed("rule", "It was refused."), finished: null };
    expect(written({ run })).toContain(
      "It was refused. There is no result to show: the figure in grey is the one at its start.",
    );
    const second = written({ of: "Second configuration", run });
    expect(second).toContain("Second configuration: It was refused. There is no result to show. ");
    expect(second + written({ run })).not.toContain("last result");
  });

  it("is what holds as long as its settings do", () => {
    expect(written({ note: "It keeps 32 channels." })).toBe(
      '<p class="notice">It keeps 32 channels.</p>',
    );
  });
});
