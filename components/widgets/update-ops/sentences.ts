import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { Seen } from "./figure-model";

/** Says in words what the figure shows now, the most important first. */
export function sentencesFor(seen: Seen): readonly string[] {
  const broken = brokenSentence(seen);
  if (broken !== null) return [broken, graphSentence(seen)];
  const main = movesStatistics(seen) ? movedSentence(seen) : unmovedSentence(seen);
  return [main, outputSentence(seen), lossSentence(seen), graphSentence(seen)].filter(
    (sentence) => sentence !== null,
  );
}

/** Whether the chosen step ran an operation that moves the statistics: the graph says, not the switch. */
const movesStatistics = ({ graph }: Seen): boolean =>
  graph.operations.some(({ isUpdate }, i) => isUpdate && graph.ran[i] === true);

const stepsHaveRun = (step: number): string =>
  step === 1 ? "1 step has run" : `${formatNumber(step, 6)} steps have run`;

function unmovedSentence({ step, mean, variance, channelName, ...seen }: Seen): string {
  const still = `the moving mean of ${channelName} is still ${formatNumber(mean.moving[step] ?? NaN)} and its moving variance ${formatNumber(variance.moving[step] ?? NaN)}`;
  const cause =
    seen.runsUpdates && seen.collectsEarly
      ? "the program asked for UPDATE_OPS before there was a layer, and got an empty list"
      : "nobody ran the update operations";
  return `${stepsHaveRun(step)} and ${still}: ${cause}.`;
}

function movedSentence({ step, momentum, mean, channelName }: Seen): string {
  const left = momentum ** step;
  const when = `${stepsHaveRun(step)}, and each ran the update operations`;
  const numbers = `moving mean ${formatNumber(mean.moving[step] ?? NaN)}, batch mean ${formatNumber(mean.batch[step - 1] ?? NaN)}`;
  if (left === 1) return `${when}, which at momentum 1 move nothing: ${numbers} in ${channelName}.`;
  const memory = left === 0 ? "nothing" : formatShare(left);
  return `${when}: at momentum ${formatNumber(momentum, 6)}, ${memory} of the initial value is left in the moving statistics of ${channelName} (${numbers}).`;
}

function outputSentence({ outputs, step }: Seen): string | null {
  const [training, inference] = [outputs.training[step] ?? NaN, outputs.inference[step] ?? NaN];
  if (![training, inference, outputs.target].every(Number.isFinite)) return null;
  const text = `The run’s first example comes out as ${formatNumber(training, 3)} in training mode and as ${formatNumber(inference, 3)} in inference mode`;
  return `${text}; its target is ${formatNumber(outputs.target, 3)}.`;
}

function lossSentence(seen: Seen): string | null {
  const { losses, step } = seen;
  const [first, now] = [losses.fetched[0] ?? NaN, losses.fetched[step - 1] ?? NaN];
  const [training, inference] = [losses.training[step] ?? NaN, losses.inference[step] ?? NaN];
  if (![first, now, training, inference].every(Number.isFinite)) return null;
  const hidden = !movesStatistics(seen) && now < first;
  const course =
    step === 1
      ? `The step’s loss is ${formatNumber(now, 3)}`
      : `The loss went from ${formatNumber(first, 3)} to ${formatNumber(now, 3)}`;
  const verdict = hidden ? ", so nothing in training tells" : "";
  return `${course}${verdict}. Over all channels the first batch has a loss of ${formatNumber(training, 3)} in training mode and of ${formatNumber(inference, 3)} in inference mode.`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

/** The last part of a name. */
export const shortName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

function graphSentence({ graph }: Seen): string {
  const { operations, ran, fetched } = graph;
  const step = operations[fetched];
  const needs = (step?.controlInputs ?? []).map((i) => shortName(operations[i]?.name ?? ""));
  const idle = operations.filter((_, i) => ran[i] !== true).map(({ name }) => shortName(name));
  const need = `${shortName(step?.name ?? "")} needs ${listed(needs)}`;
  return idle.length === 0
    ? `${need}, so every session.run of it runs the whole graph.`
    : `${need}. ${listed(idle)} ${idle.length === 1 ? "is" : "are"} in the graph too, but nothing that is run needs ${idle.length === 1 ? "it" : "them"}.`;
}

const watched = [
  ["moving mean", ({ mean }: Seen) => mean.moving],
  ["moving variance", ({ variance }: Seen) => variance.moving],
  ["gamma", ({ gamma }: Seen) => gamma],
  ["beta", ({ beta }: Seen) => beta],
] as const;

/** A number that is not finite stays so: no later step mends it. */
function brokenSentence(seen: Seen): string | null {
  const firsts = watched
    .map(([name, valuesOf]) => {
      const values = valuesOf(seen);
      const step = values.findIndex((value) => !Number.isFinite(value));
      return { name, step, value: values[step] ?? NaN };
    })
    .filter(({ step }) => step !== -1)
    .sort((a, b) => a.step - b.step);
  const [first] = firsts;
  if (first === undefined) return null;
  const when = first.step === 0 ? "From the start" : `From step ${first.step} on`;
  const cause =
    first.step === 0
      ? "its initial value is too large for float32"
      : "the learning rate or the data is too large for float32, or a batch held a number that is not finite";
  return `${when} the ${first.name} of ${seen.channelName} is ${formatNumber(first.value)}: ${cause}, and no later step mends it.`;
}
