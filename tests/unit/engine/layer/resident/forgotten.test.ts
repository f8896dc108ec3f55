import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { ResidentTensor, Trace } from "@/engine";
import { backend } from "../../../../support/backend";
import { resident, sharedMemory } from "../../support/residents";
import { numbers } from "../../support/stories";

/** Collects garbage; undefined where the runtime does not do that when it is asked to. */
function collector(): typeof globalThis.gc {
  if (globalThis.gc === undefined) setFlagsFromString("--expose-gc");
  return globalThis.gc ?? (runInNewContext("globalThis.gc") as typeof globalThis.gc);
}

const collect = collector();
const shape = [50, 40];
const x = numbers(shape, 1);
const layer = new BatchNormalization();
const kept = resident(x);
layer.call(kept, { training: true }).dispose();

/** What is in use when nothing is forgotten: the tensor above and the room for numbers of channels. */
const floor = sharedMemory().bytesInUse;

const nextTurn = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

/** Collects garbage, none of which this turn looked at, and lets its finalizers run. */
async function collectOnce(): Promise<void> {
  await nextTurn();
  collect?.();
  await nextTurn();
}

/** Collects garbage until so many bytes are in use; gives up after a hundred times. */
async function collectDownTo(bytes: number): Promise<void> {
  for (let i = 0; i < 100 && sharedMemory().bytesInUse > bytes; i++) await collectOnce();
}

/** Does it a hundred times, each time in a function of its own, which nothing outlives. */
function repeat(deed: () => unknown): void {
  for (let i = 0; i < 100; i++) deed();
}

beforeEach(async ({ skip }) => {
  skip(collect === undefined, "this runtime does not collect garbage when it is asked to");
  await collectDownTo(floor);
});

describe(`the memory of tensors that are forgotten, on the ${backend} backend,`, () => {
  it.each<[string, () => unknown]>([
    ["resident tensors", () => resident(x)],
    ["outputs", () => layer.call(kept, { training: true })],
    ["traces and their gradients", () => layer.trace(kept, { training: true }).vjp(kept)],
    [
      "tensors made while others are disposed of",
      (): void => {
        resident(x);
        resident(x).dispose();
      },
    ],
  ])("is free again after the garbage is collected: %s", async (_, deed) => {
    repeat(deed);
    expect(sharedMemory().bytesInUse).toBeGreaterThanOrEqual(floor + 100 * 4 * x.data.length);
    await collectDownTo(floor);
    expect(sharedMemory().bytesInUse).toBe(floor);
  });

  it("is used again, so that the memory does not grow", async () => {
    repeat(() => resident(x));
    const { size } = sharedMemory();
    await collectDownTo(floor);
    repeat(() => resident(x));
    expect(sharedMemory().size).toBe(size);
  });

  it("is not freed under what is still held: a tensor, and the inputs a trace computes from", async () => {
    const hold = (): { readonly held: ResidentTensor; readonly trace: Trace } => ({
      held: resident(x),
      trace: new BatchNormalization().trace(resident(x), { training: true }),
    });
    const { held, trace } = hold();
    const both = sharedMemory().bytesInUse;
    repeat(() => resident(x));
    await collectDownTo(both);
    expect(sharedMemory().bytesInUse).toBe(both);
    repeat(() => resident(x).data.fill(7));
    expect(held.data).toEqual(x.data);
    const expected = new BatchNormalization().trace(x, { training: true });
    expect(trace.vjp(x)).toEqual(expected.vjp(x));
  });

  it("is not freed twice: what was disposed of belongs to the next tensor for good", async () => {
    const disposed = ((): WeakRef<ResidentTensor> => {
      const tensor = resident(x);
      tensor.dispose();
      return new WeakRef(tensor);
    })();
    const next = resident(x);
    for (let i = 0; i < 100 && disposed.deref() !== undefined; i++) await collectOnce();
    expect(disposed.deref()).toBeUndefined();
    await collectOnce();
    const others = [resident(numbers(shape, 5)), resident(numbers(shape, 6))];
    expect(next.data).toEqual(x.data);
    [next, ...others].forEach((each) => each.dispose());
    expect(sharedMemory().bytesInUse).toBe(floor);
  });
});
