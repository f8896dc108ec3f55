import { notComparing } from "@/components/argument-panel/compare-bar";
import type { WorkbenchState } from "./workbench";

const ignore = (): void => undefined;

/** A workbench without JavaScript, or before it: everything is drawn and nothing can be used. */
export const posterState: Omit<WorkbenchState, "surface" | "controls" | "experiment"> = {
  isBusy: false,
  isInert: true,
  messages: (
    <noscript>
      <p className="notice">
        This is the figure at its start. Its controls work once JavaScript is allowed.
      </p>
    </noscript>
  ),
  compare: notComparing,
  onChange: ignore,
  onReset: ignore,
  onStep: ignore,
};
