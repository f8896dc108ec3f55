import { counted } from "@/components/charts/format/counted";
import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { CallModel, Seen, TrainedModel, VariableModel } from "./figure-model";
import { ordinals } from "./words";

/** Says in words what the figure shows now, the most important first. */
export function sentencesFor(seen: Seen): readonly string[] {
  const { trained, refusal, shared } = seen;
  if (trained === null) {
    return [refusedSentence(seen), ...(refusal === null ? [] : hintsFor(refusal.code))];
  }
  return [
    shared.length > 0 ? sharedSentence(seen) : apartSentence(seen),
    outputSentence(seen, trained),
    ...updateSentences(seen),
    ...nameSentences(seen),
  ];
}

const scopesOf = (variables: readonly VariableModel[]): string =>
  [...new Set(variables.map(({ scope }) => scope))].join(" and ");

const usedBy = ({ variables }: Seen, call: 0 | 1): readonly VariableModel[] =>
  variables.filter((variable) => variable.usedBy.includes(call));

function sharedSentence(seen: Seen): string {
  const { shared, variables } = seen;
  const own = usedBy(seen, 1).length - shared.length;
  const rest = own === 0 ? "" : ` and made ${own} of its own`;
  return `The second call found ${counted(shared.length, "variable")} of the first, in ${scopesOf(shared)}${rest}: the graph has ${counted(variables.length, "variable")}, and both calls use ${shared.length === 1 ? "it" : "them"}.`;
}

function apartSentence(seen: Seen): string {
  const own = usedBy(seen, 1);
  return `The second call made ${counted(own.length, "variable")} of its own, in ${scopesOf(own)}: the graph has ${counted(seen.variables.length, "variable")}, and the two calls share none.`;
}

function refusedSentence({ calls, refusal, variables }: Seen): string {
  const refused = calls.find(({ state }) => state === "refused");
  const which = ordinals[refused?.call ?? 0];
  const left =
    variables.length === 0
      ? "the graph has no variable"
      : `the graph has the ${counted(variables.length, "variable")} of the first call`;
  return `TensorFlow raises a ${refusal?.kind ?? "ValueError"} at the ${which} call: the program ends there, ${left}, and no step is trained.`;
}

/** What may help against a refusal; its message stands in the figure. */
const hints: Readonly<Record<string, string>> = {
  "variable-exists":
    'A name that is used again is taken for a mistake. With a reuse of true or "auto" the call would use the variables that are there; with another name it would make its own.',
  "variable-missing":
    'A reuse of true only finds. With "auto" the call would make what is missing, and so would null where no scope around it reuses; or the name is not the one that was meant.',
};

const hintsFor = (code: string): readonly string[] => {
  const hint = hints[code];
  return hint === undefined ? [] : [hint];
};

/** How a number came to be another: "went from 1 to 2", or "is still 1". */
function course(values: Float64Array, step: number): string {
  const [before, now] = [values[0] ?? NaN, values[step] ?? NaN];
  return Object.is(before, now)
    ? `is still ${formatNumber(now)}`
    : `went from ${formatNumber(before)} to ${formatNumber(now)}`;
}

const isMoved = (values: Float64Array, step: number): boolean =>
  !Object.is(values[0] ?? NaN, values[step] ?? NaN);

function outputSentence(seen: Seen, trained: TrainedModel): string {
  const { step, channelName } = seen;
  const { input, trainingOutput, inferenceOutput } = trained;
  const when = step === 1 ? "1 step has trained" : `${formatNumber(step, 6)} steps have trained`;
  const outputs = `the second call’s output for ${channelName} = ${formatNumber(input)} ${course(inferenceOutput, step)} in inference mode and ${course(trainingOutput, step)} in training mode`;
  return `${when} on the loss of the first call alone, and ${outputs}: ${verdict(seen, trained)}.`;
}

/** Why the second call's outputs did or did not move: what its own variables say. */
function verdict(seen: Seen, { trainingOutput, inferenceOutput }: TrainedModel): string {
  const [training, inference] = [trainingOutput, inferenceOutput].map((values) =>
    isMoved(values, seen.step),
  );
  if (!training && !inference) return "nothing that it uses has moved";
  return usedBy(seen, 1).some(({ isTrained }) => isTrained)
    ? "what the first call learns, the second uses"
    : "its own moving statistics move, but nothing trains its gamma and beta";
}

/** How much of the initial value the update operations leave, by how many of them ran. */
function updateSentences(seen: Seen): readonly string[] {
  const { momentum, step } = seen;
  return seen.variables
    .filter(({ lastName }) => lastName === "moving_mean")
    .map((variable) => {
      const { name, updatesPerStep, values } = variable;
      if (updatesPerStep === 0) {
        return `No step moves ${name}: it is still ${formatNumber(values?.[step] ?? NaN)}.`;
      }
      const left = momentum ** (updatesPerStep * step);
      const share = left === 0 ? "nothing" : left === 1 ? "all" : formatShare(left);
      const times = updatesPerStep === 1 ? "once" : "twice";
      return `Each step moves ${name} ${times}: at momentum ${formatNumber(momentum, 6)}, ${share} of its initial value is left after ${counted(step, "step")}.`;
    });
}

/** Operations never stand below a name that was there; variables may. */
function nameSentences(seen: Seen): readonly string[] {
  const differs = ({ call, nameScope }: CallModel): boolean =>
    !usedBy(seen, call).some(({ scope }) => scope === nameScope);
  return seen.calls
    .filter(differs)
    .map(
      (call) =>
        `The operations of the ${ordinals[call.call]} call stand in ${call.nameScope}, its variables in ${scopesOf(usedBy(seen, call.call))}: names of operations are always new, but a variable scope can be entered again.`,
    );
}
