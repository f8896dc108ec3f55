import type { CodeNote } from "./code";
import { note } from "./code";
import type { CodeSubject } from "./subject";
import { runsUpdates } from "./subject";

/** What becomes of the update operations in a framework, for a loop that runs them and for one that does not. */
interface LoopWords {
  readonly run: string;
  readonly notRun: string;
}

/** Notes on a training loop, for a text that holds its layer only. */
export function loopNotes({ loop }: CodeSubject, words: LoopWords): readonly CodeNote[] {
  if (loop === null) return [];
  return [
    note("training", runsUpdates(loop) ? words.run : words.notRun),
    note(
      null,
      `The loop trains γ and β by gradient descent with a learning rate of ${loop.learningRate} on the mean squared error. The text holds the layer and no training; that of TensorFlow 1 holds the loop.`,
    ),
  ];
}

/** For layers that move their statistics themselves. */
export const movesItself = (how: string): LoopWords => ({
  run: `${how} There is no UPDATE_OPS to run.`,
  notRun: `${how} There is no UPDATE_OPS to forget, so the text does not have the fault that the figure shows.`,
});
