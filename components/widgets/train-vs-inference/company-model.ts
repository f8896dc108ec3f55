import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import type { ExampleCompanies, ExampleCompany } from "@/engine/types/example-companies";
import type { CompanyModel, InTraining, Member } from "./figure-model";

/** One company in one channel. */
export function companyModel(
  company: ExampleCompany,
  of: ExampleCompanies,
  channel: number,
): CompanyModel {
  const { kind, training, inference } = company;
  const members = membersOf(company, channel);
  const padding = members.filter(({ role }) => role === "padding").length;
  return {
    kind,
    name: nameOf(company),
    note: noteOf(company, members, of),
    members,
    padding,
    isMasked: kind === "masked",
    training: inTraining(company, channel),
    inference: inference.ok ? (inference.value[channel] ?? NaN) : null,
    refusal: training.ok ? null : training.message,
  };
}

/** Where the layer refused there are no statistics; its rows are drawn as they would count. */
const beforeRefusal = { usesBatch: true, ghostBatches: 1 };

function membersOf(
  { inputs, places, example, outlier, kind, training }: ExampleCompany,
  channel: number,
): readonly Member[] {
  const width = inputs.length / places.length;
  const { usesBatch, ghostBatches } = training.ok ? training.value : beforeRefusal;
  const countsAt = (row: number, place: number): boolean =>
    usesBatch &&
    row % ghostBatches === example % ghostBatches &&
    !(kind === "masked" && Number.isNaN(place));
  const roleOf = (row: number, place: number): Member["role"] => {
    if (row === example) return "example";
    if (row === outlier) return "outlier";
    return Number.isNaN(place) ? "padding" : "mate";
  };
  return Array.from(places, (place, row) => ({
    role: roleOf(row, place),
    place: Number.isNaN(place) ? null : place,
    input: inputs[row * width + channel] ?? NaN,
    counts: countsAt(row, place),
  }));
}

function inTraining({ training }: ExampleCompany, channel: number): InTraining | null {
  if (!training.ok) return null;
  const { outputs, mean, variance, ghostBatches, renorm } = training.value;
  return {
    output: outputs[channel] ?? NaN,
    mean: mean[channel] ?? NaN,
    variance: variance[channel] ?? NaN,
    ghostBatches,
    renorm: renorm && { r: renorm.r[channel] ?? NaN, d: renorm.d[channel] ?? NaN },
  };
}

const names: Readonly<Record<ExampleCompany["kind"], string>> = {
  whole: "Its whole batch",
  half: "Half of its batch",
  four: "Four of its batch",
  two: "One mate",
  alone: "Alone",
  outlier: "With an outlier",
  padded: "With padding, no mask",
  masked: "With padding, masked",
};

/** A batch of one is a whole one too, and what counts is that the example is alone. */
function nameOf({ kind, places }: ExampleCompany): string {
  if (places.length === 1) return names.alone;
  return places.length === 2 && kind === "half" ? names.two : names[kind];
}

function noteOf(
  { kind, outlier, training }: ExampleCompany,
  members: readonly Member[],
  { padding, examples }: ExampleCompanies,
): string {
  const ghosts = training.ok ? training.value.ghostBatches : 1;
  const split = ghosts > 1 ? ` in ${ghosts} ghost batches` : "";
  if (kind === "padded" || kind === "masked") {
    return `${counted(examples, "example")} + ${counted(padding, "row")} of zeros${split}`;
  }
  const value = outlier === null ? null : (members[outlier]?.input ?? NaN);
  return value === null
    ? counted(members.length, "example") + split
    : `${counted(members.length, "example")}${split}, one at ${formatNumber(value, 3)}`;
}
