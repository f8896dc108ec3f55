import { adam, sgd } from "../optimizers";
import type { Optimizer } from "../optimizers";
import type { RunSettings } from "../spec/run/run-args";

/** What trains γ and β in a run; undefined where nothing does. */
export function optimizerOf({
  optimizer,
  learning_rate,
}: Pick<RunSettings, "optimizer" | "learning_rate">): Optimizer | undefined {
  switch (optimizer) {
    case "none":
      return undefined;
    case "sgd":
      return sgd({ learning_rate });
    case "adam":
      return adam({ learning_rate });
  }
}
