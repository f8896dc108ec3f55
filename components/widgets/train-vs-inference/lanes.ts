import { formatNumber } from "@/components/charts/format/number";
import type { LaneCell, LaneInterval, LanePoint, LaneRow } from "@/components/charts/lanes/lane";
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
    .map(({ role, input }) => ({ ...marks[role], value: place(input) }));
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

function outputCell({ training, inference, refusal }: CompanyModel): LaneCell {
  const trained =
    training === null
      ? { text: `refused: ${refusal ?? ""}`, of: "batch" as const }
      : { text: `training ${short(training.output)}`, of: "batch" as const };
  const inferred =
    inference === null
      ? { text: "inference refused too" }
      : { text: `inference ${short(inference)}`, of: "moving" as const };
  return {
    words: [trained, inferred],
    points: [
      ...(inference === null
        ? []
        : [{ mark: "square", of: "moving", value: inference } as const satisfies LanePoint]),
      ...(training === null
        ? []
        : [{ mark: "ringed", of: "batch", value: training.output } as const satisfies LanePoint]),
    ],
    interval: null,
  };
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
        words: [{ text: company.name, isName: true }, { text: company.note }],
        points: inputPoints(company, place),
        interval: company.training && intervalOf(company.training, place, usesBatch),
      },
      outputCell(company),
    ],
  }));
}
