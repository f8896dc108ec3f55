import { formatNumber } from "@/components/charts/format/number";
import type {
  LaneCell,
  LaneInterval,
  LanePoint,
  LaneRow,
  LaneWord,
} from "@/components/charts/lanes/lane";
import type { CompanyModel, FigureModel, InTraining, Member } from "./figure-model";
import { short } from "./sentences";

const marks = {
  mate: { mark: "dot", of: "batch" },
  padding: { mark: "hollow", of: "population" },
  outlier: { mark: "diamond", of: "batch" },
  example: { mark: "ringed", of: "batch" },
} as const satisfies Record<Member["role"], Omit<LanePoint, "value">>;

const order: readonly Member["role"][] = ["mate", "padding", "outlier", "example"];

/** The example is drawn last, on top of its mates; rows of padding are all alike, so one mark is enough. */
function inputPoints({ members }: CompanyModel, place: (input: number) => number): LanePoint[] {
  const padding = members.find(({ role }) => role === "padding");
  return members
    .filter((member) => member.role !== "padding" || member === padding)
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .map(({ role, input, counts }) => ({
      ...marks[role],
      ...(role === "mate" && !counts && { of: "population" as const }),
      value: place(input),
    }));
}

function intervalOf(
  { mean, variance }: InTraining,
  place: (input: number) => number,
  usesBatch: boolean,
): LaneInterval {
  const deviation = Math.sqrt(variance);
  return {
    of: usesBatch ? "batch" : "moving",
    low: place(mean - deviation),
    middle: place(mean),
    high: place(mean + deviation),
  };
}

function outputCell({ training, inference }: CompanyModel): LaneCell {
  const text = training === null ? "refused" : short(training.output);
  const inferred: readonly LanePoint[] =
    inference === null ? [] : [{ mark: "square", of: "moving", value: inference }];
  const trained: readonly LanePoint[] =
    training === null ? [] : [{ mark: "ringed", of: "batch", value: training.output }];
  return {
    words: [],
    aside: { text, of: "batch" },
    points: [...inferred, ...trained],
    interval: null,
  };
}

/** The message of the layer, where it has one, stands with the company. */
function inputWords({ name, note, refusal, inference }: CompanyModel): readonly LaneWord[] {
  const modes = inference === null ? "Refused in both modes" : "Refused in training mode";
  return [
    { text: name, isName: true },
    { text: note },
    ...(refusal === null ? [] : [{ text: `${modes}: ${refusal}`, of: "batch" as const }]),
  ];
}

function labelOf(company: CompanyModel): string {
  const { name, note, training, inference, refusal } = company;
  const inInference =
    inference === null ? "refused in inference mode too" : `inference output ${short(inference)}`;
  if (training === null) {
    return `${name}, ${note}: refused in training mode, ${refusal ?? ""}; ${inInference}.`;
  }
  const deviation = Math.sqrt(training.variance);
  return `${name}, ${note}: mean ${formatNumber(training.mean)}, deviation ${formatNumber(deviation)}; training output ${short(training.output)}, ${inInference}.`;
}

/** One row per company: its inputs, and what both modes make of the example. */
export function laneRows({ companies, inputScale, usesBatch }: FigureModel): readonly LaneRow[] {
  const place = (input: number): number => (input - inputScale.centre) / inputScale.unit;
  return companies.map((company) => ({
    key: company.kind,
    label: labelOf(company),
    cells: [
      {
        words: inputWords(company),
        points: inputPoints(company, place),
        interval: company.training && intervalOf(company.training, place, usesBatch),
      },
      outputCell(company),
    ],
  }));
}
