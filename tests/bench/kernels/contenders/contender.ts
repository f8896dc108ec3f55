import type { ContenderId, Task } from "@/content/benchmarks/kernel-report";
import type { Case } from "../cases";
import type { Inputs } from "../inputs";
import type { Runner } from "../measure";

/** What a task makes, by name. */
export type Results = Readonly<Record<string, ArrayLike<number>>>;

export interface Work extends Runner {
  /** Does the work once and reads what it made. */
  results(): Promise<Results>;
}

/** A contender with the inputs in its own memory. */
export interface Prepared {
  readonly works: Readonly<Record<Task, Work>>;
  dispose(): void;
}

export interface Contender {
  readonly id: ContenderId;
  /** For readers. */
  readonly what: string;
  /** Why it cannot take part in a case; undefined where it can. */
  refusal(of: Case): string | undefined;
  prepare(of: Case, inputs: Inputs): Promise<Prepared>;
}

/** The steps of a task of a contender that keeps its results in its own memory, as `R`. */
interface Steps<R> {
  readonly activate?: () => Promise<unknown>;
  readonly start: () => R;
  /** Waits until the results are there; absent where they are as soon as it has started. */
  readonly wait?: (results: R) => Promise<unknown>;
  readonly read: (results: R) => Promise<Results>;
  readonly free: (results: R) => void;
}

export function workOf<R>({ activate, start, wait, read, free }: Steps<R>): Work {
  const runNow = (): undefined => {
    free(start());
  };
  const runLater = async (): Promise<void> => {
    const results = start();
    await wait?.(results);
    free(results);
  };
  return {
    activate,
    run: wait === undefined ? runNow : runLater,
    async results() {
      await activate?.();
      const results = start();
      await wait?.(results);
      const values = await read(results);
      free(results);
      return values;
    },
  };
}

const resultNames = [
  "outputs",
  "moving mean",
  "moving variance",
  "gradient of the inputs",
  "gradient of gamma",
  "gradient of beta",
];

/** The first few results by their names, in the order of a peer's functions. */
export async function namedResults<T>(
  tensors: readonly T[],
  read: (tensor: T) => Promise<ArrayLike<number>>,
): Promise<Results> {
  const values = await Promise.all(tensors.map(read));
  return Object.fromEntries(values.map((value, at) => [resultNames[at]!, value]));
}

export const plainOnly = ({ isPlain }: Case): string | undefined =>
  isPlain ? undefined : "it has no such layer";
