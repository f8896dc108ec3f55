import { counted } from "@/components/charts/format/counted";
import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { CompanyKind } from "@/engine/types/example-companies";
import type { CompanyModel, FigureModel, InTraining } from "./figure-model";

type Seen = Omit<FigureModel, "sentences">;

/** Sums in float32 leave a dust around zero that means nothing. */
export const short = (value: number): string => formatNumber(Math.abs(value) < 5e-5 ? 0 : value, 3);

/** Says in words what the figure shows now, the most important first. */
export const sentencesFor = (seen: Seen): readonly string[] =>
  [
    mainSentence,
    brokenSentence,
    ghostSentence,
    aloneSentence,
    pairSentence,
    outlierSentence,
    paddingSentence,
    renormSentence,
    refusalSentence,
    inferenceSentence,
    runPaddingSentence,
  ].flatMap((sentence) => sentence(seen) ?? []);

interface Trained extends CompanyModel {
  readonly training: InTraining;
}

const isTrained = (company: CompanyModel): company is Trained => company.training !== null;

const finite = ({ companies }: Seen): readonly Trained[] =>
  companies.filter(isTrained).filter(({ training }) => Number.isFinite(training.output));

const trainedIn = (seen: Seen, kind: CompanyKind): Trained | undefined =>
  finite(seen).find((company) => company.kind === kind);

const size = ({ members, padding }: CompanyModel): number => members.length - padding;

/** The companies of the example and so many others, and of nothing else. */
const ofSize = (seen: Seen, count: number): Trained | undefined =>
  finite(seen).find((company) => company.members.length === count && size(company) === count);

const inWords = ({ name }: CompanyModel): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Outputs nearer to each other than this are the same as far as a reader is concerned. */
const negligible = 0.01;

function mainSentence(seen: Seen): string {
  const { example, step, channelName, input, companies, inference, usesBatch } = seen;
  const subject = `example ${example} of step ${step}, whose ${channelName} is ${short(input)},`;
  const trained = finite(seen).toSorted((a, b) => a.training.output - b.training.output);
  const [lowest, highest] = [trained[0], trained.at(-1)];
  if (!(seen.moving.variance + seen.epsilon > 0) && Number.isFinite(seen.moving.variance)) {
    return `The moving variance of ${channelName} is ${short(seen.moving.variance)} and epsilon ${formatNumber(seen.epsilon)}: what stands under the root is not above 0, so inference mode has no finite output for ${subject.replace(/,$/, "")}.`;
  }
  if (lowest === undefined || highest === undefined || !Number.isFinite(inference)) {
    return `Not every output of ${subject} is finite: its batch or the moving statistics hold a number that is not finite or too large for the layer’s dtype.`;
  }
  const count = companies.filter((company) => company.inference !== null).length;
  const everywhere = `${short(inference)} in ${count === 1 ? "one company" : `all ${count} companies`}`;
  if (!usesBatch) {
    return `A frozen layer normalizes with its moving statistics in both modes: ${subject} comes out as ${everywhere}.`;
  }
  const [low, high] = [lowest.training.output, highest.training.output];
  if (high - low < negligible * Math.abs(seen.gamma)) {
    const which =
      trained.length === companies.length ? "every company" : `${trained.length} of them`;
    return `In training mode ${subject} comes out as about ${short(low)} in ${which}; in inference mode as ${everywhere}.`;
  }
  return `In training mode ${subject} comes out as anything from ${short(low)} (${inWords(lowest)}) to ${short(high)} (${inWords(highest)}), by its company; in inference mode as ${everywhere}.`;
}

function brokenSentence(seen: Seen): string | null {
  const broken = seen.companies
    .filter(isTrained)
    .filter(({ training }) => !Number.isFinite(training.output));
  const [first] = broken;
  if (first === undefined || finite(seen).length === 0) return null;
  const names = broken.map(({ name }) => `“${name}”`).join(", ");
  const cause = broken.every(({ training }) => training.variance === 0)
    ? "its company does not vary and epsilon is 0, so training mode divides 0 by 0"
    : "a number in its company is not finite or too large for the layer’s dtype";
  return `Not finite in training mode: ${names}. There ${cause}.`;
}

const isPlain = (seen: Seen): boolean =>
  seen.usesBatch && finite(seen).every(({ training }) => training.renorm === null);

function aloneSentence(seen: Seen): string | null {
  const alone = ofSize(seen, 1);
  if (alone === undefined || !isPlain(seen)) return null;
  return `Alone it is its own mean and nothing of it is left: the output is β = ${short(seen.beta)}, whatever the input.`;
}

function pairSentence(seen: Seen): string | null {
  const pair = ofSize(seen, 2);
  if (pair === undefined || !isPlain(seen) || pair.training.ghostBatches > 1) return null;
  const { output, variance } = pair.training;
  if (variance === 0) return "With one mate of equal value the output is β as well.";
  return variance < 10 * seen.epsilon
    ? `With one mate, x̂ would be 1 or −1 whatever the inputs, but the two differ so little that epsilon counts: the output is ${short(output)}.`
    : `With one mate, x̂ is 1 or −1 up to epsilon, whatever the inputs: all that counts is which of the two is larger. The output is ${short(output)}.`;
}

/** Where ghost batches split its whole batch, an example has fewer mates that count. */
function ghostSentence(seen: Seen): string | null {
  const whole = trainedIn(seen, "whole");
  if (whole === undefined || whole.training.ghostBatches === 1) return null;
  const { ghostBatches } = whole.training;
  const mates = whole.members.length / ghostBatches - 1;
  const counting = mates === 1 ? "only the one mate" : `only the ${mates} mates`;
  return mates === 0
    ? "Its ghost batch holds nobody else, so it is alone in every company."
    : `Its whole batch is ${ghostBatches} ghost batches: ${counting} in its own one count${mates === 1 ? "s" : ""}. Padding makes more ghost batches, and so gives it other mates.`;
}

/** The verb comes before what changed, in the number of its subject. */
const outputChange = (from: number, to: number, isOne: boolean): string =>
  short(from) === short(to)
    ? `${isOne ? "leaves" : "leave"} the output at ${short(to)}`
    : `${isOne ? "brings" : "bring"} the output from ${short(from)} to ${short(to)}`;

function outlierSentence(seen: Seen): string | null {
  const [whole, outlier] = [trainedIn(seen, "whole"), trainedIn(seen, "outlier")];
  if (!whole || !outlier || seen.outlier === null || !seen.usesBatch) return null;
  if (seen.population.deviation === 0) {
    return "The population does not vary, and an outlier lies so many of its deviations away: here it is a mate like the others, and that company is the whole batch again.";
  }
  if (!(seen.population.deviation > 0)) return null;
  const { value, size: deviations } = seen.outlier;
  const side = deviations < 0 ? "below" : "above";
  const where = `${formatNumber(Math.abs(deviations), 6)} of the population’s deviations ${side} the batch’s mean`;
  const [before, after] = [whole, outlier].map(({ training }) =>
    short(Math.sqrt(training.variance)),
  );
  return `One mate set to ${short(value)}, ${where}, changes the deviation from ${before ?? ""} to ${after ?? ""} and ${outputChange(whole.training.output, outlier.training.output, true)}.`;
}

function paddingSentence(seen: Seen): string | null {
  const [whole, padded] = [trainedIn(seen, "whole"), trainedIn(seen, "padded")];
  if (!whole || !padded || !seen.usesBatch) return null;
  const masked = trainedIn(seen, "masked");
  const isOne = seen.padding === 1;
  const rows = isOne ? "One row of zeros" : `${counted(seen.padding, "row")} of zeros`;
  const mean = `${isOne ? "moves" : "move"} the mean from ${short(whole.training.mean)} to ${short(padded.training.mean)}`;
  const output = outputChange(whole.training.output, padded.training.output, isOne);
  const remedy = masked ? `; with a mask it is ${short(masked.training.output)}` : "";
  return `${rows} without a mask ${mean} and ${output}${remedy}.`;
}

function renormSentence(seen: Seen): string | null {
  const renorm = trainedIn(seen, "whole")?.training.renorm;
  if (!renorm) return null;
  return `Renorm turns x̂ into x̂·r + d (r = ${short(renorm.r)} and d = ${short(renorm.d)} in its whole batch), which puts renorm’s averages in the place of the batch’s own mean and deviation. What its bounds clip, and nothing else, is left of the company.`;
}

/** A mask is refused by versions that have none, and a size by ghost batches. */
function refusalSentence({ companies }: Seen): string | null {
  const refused = companies.filter(({ refusal }) => refusal !== null);
  const isMaskOnly = refused.every(({ isMasked }) => isMasked);
  const [first] = refused;
  if (first === undefined) return null;
  if (isMaskOnly)
    return "This version of the layer takes no mask, and refuses the company with one.";
  const inference = refused.some((company) => company.inference === null)
    ? "this version refuses them in inference mode too"
    : "inference mode takes them";
  return `Training mode refuses ${refused.length} of the ${companies.length} companies, with the message beside them; ${inference}.`;
}

function inferenceSentence(seen: Seen): string | null {
  const { inference, ideal, leftOfStart, leftAfter, usesBatch, step } = seen;
  if (![inference, ideal].every(Number.isFinite)) return null;
  const compared = `By the population’s own statistics the output would be ${short(ideal)}`;
  const distance = Math.abs(inference - ideal);
  if (distance < 0.25 * Math.abs(seen.gamma)) {
    return `${compared}: the moving statistics are near them.`;
  }
  const isYoung = usesBatch && leftOfStart > 0.02;
  return isYoung
    ? `${compared}. Inference mode is off by ${short(distance)}, in every company alike: ${formatShare(leftOfStart)} of the initial value is still in the moving statistics that step ${step} finds${leftAfter === leftOfStart ? "" : `, and ${formatShare(leftAfter)} in those that it leaves`}.`
    : `${compared}. Inference mode is off by ${short(distance)}, in every company alike.`;
}

function runPaddingSentence({ runPadding, isRunMasked, padding }: Seen): string | null {
  if (runPadding === 0) return null;
  const subject = `The run’s own batches end in ${counted(runPadding, "row")} of zeros`;
  const shown = `the padded companies hold ${counted(padding, "row")} too`;
  return isRunMasked
    ? `${subject}, which its mask leaves out of the moving statistics; ${shown}.`
    : `${subject}, which are in the moving statistics, since there is no mask; ${shown}.`;
}
