import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { RunMessages } from "@/components/state/run-messages";
import type { RunMessagesProps } from "@/components/state/run-messages";

const quiet = { failure: null, interruption: null, retry: () => undefined };
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

  it("is what holds as long as its settings do", () => {
    expect(written({ note: "It keeps 32 channels." })).toBe(
      '<p class="notice">It keeps 32 channels.</p>',
    );
  });
});
