/** What nobody caught while the action's promises settled. Vitest would otherwise fail the run for it. */
export async function unhandledDuring(act: () => void): Promise<readonly unknown[]> {
  const others = process.listeners("unhandledRejection");
  const found: unknown[] = [];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => found.push(reason));
  try {
    act();
    // Node reports rejections when a turn of its event loop ends; the second turn is for good measure.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    return found;
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of others) process.on("unhandledRejection", listener);
  }
}
