import type { CDPSession, Page } from "@playwright/test";
import type { MeasuredChange } from "./aims";

/** What a reader uses: a slider by an arrow key, a switch by the space bar. */
interface Press {
  readonly selector: string;
  readonly key: string;
}

interface Painted {
  readonly toPaintMs: number;
  readonly blockMs: number;
}

/** Presses the key and waits, inside the page, until the figure has settled again and has been painted. */
const pressed = (page: Page, press: Press): Promise<Painted> =>
  page.evaluate(async ({ selector, key }) => {
    const control = document.querySelector<HTMLElement>(selector);
    const figure = document.querySelector("[aria-busy]");
    if (control === null || figure === null) throw new Error(`nothing is at ${selector}`);
    const blocks: number[] = [];
    const tasks = new PerformanceObserver((list) => {
      blocks.push(...list.getEntries().map(({ duration }) => duration));
    });
    tasks.observe({ type: "longtask" });
    const settled = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${selector} changed nothing`)), 20_000);
      const observer = new MutationObserver(() => {
        if (figure.getAttribute("aria-busy") === "true") return;
        observer.disconnect();
        clearTimeout(late);
        resolve();
      });
      // Both what is calculated anew, which is busy in between, and what is only drawn anew.
      observer.observe(figure, { subtree: true, childList: true, attributes: true });
    });
    control.focus();
    const start = performance.now();
    if (key === " ") control.click();
    else control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await settled;
    // A task posted from an animation frame runs after that frame's paint.
    const painted = await new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
    // Long tasks are told of in a task of their own.
    await new Promise((resolve) => setTimeout(resolve, 30));
    tasks.disconnect();
    return { toPaintMs: painted - start, blockMs: Math.max(0, ...blocks) };
  }, press);

interface Work {
  /** Scripts, styles and layout. */
  readonly ownMs: number;
  /** The browser's painting and messaging too. */
  readonly allMs: number;
}

/** How long the page's main thread has worked since the page was opened. */
async function workSoFar(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send("Performance.getMetrics");
  const ms = (wanted: string): number =>
    (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
  return {
    ownMs: ms("ScriptDuration") + ms("RecalcStyleDuration") + ms("LayoutDuration"),
    allMs: ms("TaskDuration"),
  };
}

/** The way a slider goes next: there and back over ten stops, or as far as there are some. */
async function nextWay(page: Page, selector: string, way: Way): Promise<Way> {
  const [at, min, max] = await page
    .locator(selector)
    .evaluate((input: HTMLInputElement) => [input.value, input.min, input.max].map(Number));
  const isAtEnd = way.key === "ArrowLeft" ? at === min : at === max;
  if (way.left > 0 && !isAtEnd) return { key: way.key, left: way.left - 1 };
  return { key: way.key === "ArrowLeft" ? "ArrowRight" : "ArrowLeft", left: 9 };
}

interface Way {
  readonly key: "ArrowLeft" | "ArrowRight";
  /** How many stops are left. */
  readonly left: number;
}

/** Changes a control again and again; the first few times warm up and do not count. */
export async function measuredChanges(
  page: Page,
  selector: string,
  { count, isSwitch }: { readonly count: number; readonly isSwitch: boolean },
): Promise<readonly MeasuredChange[]> {
  const session = await page.context().newCDPSession(page);
  // What the thread itself worked: other programs on the machine do not count.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const changes: MeasuredChange[] = [];
  let way: Way = { key: "ArrowLeft", left: 10 };
  for (let i = -10; i < count; i++) {
    if (!isSwitch) way = await nextWay(page, selector, way);
    const before = await workSoFar(session);
    const painted = await pressed(page, { selector, key: isSwitch ? " " : way.key });
    const after = await workSoFar(session);
    // A task is timed by the clock: on a busy machine it seems longer than all that was done.
    const blockMs = Math.min(painted.blockMs, after.allMs - before.allMs);
    const ownMs = after.ownMs - before.ownMs;
    if (i >= 0) changes.push({ ownMs, toPaintMs: painted.toPaintMs, blockMs });
  }
  await session.detach();
  return changes;
}
