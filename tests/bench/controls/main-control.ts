import type { Page } from "@playwright/test";
import type { widgetList } from "@/components/widgets/registry";

type AnyWidget = (typeof widgetList)[number];

export interface MainControl {
  readonly name: string;
  readonly selector: string;
  readonly isSwitch: boolean;
}

const slider = (name: string): string => `form input[aria-label="${name} slider"]`;
const toggle = (name: string): string => `form [role="switch"][aria-label="${name}"]`;

/** The first control with which one can go up and down, if need be beyond those that a figure brings along. */
export async function mainControlOf(page: Page, widget: AnyWidget): Promise<MainControl> {
  const own = widget.embedded.filter((name) => widget.reads.some((read) => read === name));
  for (const name of [...own, ...widget.embedded, ...widget.controls]) {
    for (const [selector, isSwitch] of [
      [slider(name), false],
      [toggle(name), true],
    ] as const) {
      if ((await page.locator(selector).count()) > 0) return { name, selector, isSwitch };
    }
  }
  throw new Error(`${widget.id} has no slider and no switch among ${widget.controls.join(", ")}`);
}
