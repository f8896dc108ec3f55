import { formatNumber } from "@/components/charts/format/number";
import { indexOf, tensorLayout } from "@/components/charts/tensor/layout";
import type { TensorLayout } from "@/components/charts/tensor/layout";
import type { TensorCell } from "@/components/charts/tensor/tensor-grid";
import type { Experiment } from "@/engine/spec/experiment";
import type { Grouping } from "@/engine/types/grouping";
import { axisNames, namedAxes, shapeText } from "./axes";
import { factsOf } from "./facts";
import type { AxisModel, ElementModel, FigureModel } from "./figure-model";
import { groupName, toneOf } from "./groups";
import { sentencesOf } from "./sentences";

/** What is to be drawn and said of a tensor's groups. */
export function figureModel(experiment: Experiment, grouping: Grouping): FigureModel {
  const { shape, shared } = grouping;
  const { element: selected } = experiment;
  const axes = axesOf(experiment, grouping);
  const unit = unitOf(axes, grouping);
  const layout = tensorLayout(shape);
  const chosen = selected !== null && selected < grouping.values.length ? selected : null;
  return {
    experiment,
    grouping,
    axes,
    layout,
    cells: cellsOf(grouping, unit),
    axisNames: axes.map((axis) => ({
      text: stripText(axis, layout),
      isKept: axis.isKept && shared !== null,
    })),
    label: `A tensor of shape ${shapeText(shape)}. The arrow keys lead from element to element.`,
    selected: chosen,
    element: elementOf(grouping, chosen ?? 0),
    unit,
    facts: factsOf(grouping),
    sentences: sentencesOf(experiment, grouping, axes),
  };
}

/** The room that the whole name takes, in pixels; written downwards, it would run into what stands below. */
const roomOfName = 95;

/** An axis by its number and name, not by what could be read as a count; by its name alone where room is scarce. */
function stripText({ axis, name }: AxisModel, { axes, height }: TensorLayout): string {
  const place = axes.find((each) => each.axis === axis);
  const isTight = place?.direction === "down" && height - place.y < roomOfName;
  return isTight ? name : `axis ${axis}: ${name}`;
}

function unitOf(axes: readonly AxisModel[], { channelAxis }: Grouping): string {
  const kept = axes.filter(({ isKept }) => isKept);
  const [only] = kept;
  if (only === undefined || kept.length > 1) return "statistic";
  if (only.axis === channelAxis) return "channel";
  return only.axis === 0 ? "example" : only.name;
}

function axesOf(experiment: Experiment, grouping: Grouping): readonly AxisModel[] {
  const { shape, shared, channelAxis } = grouping;
  const names = axisNames(shape.length, channelAxis);
  const kept = shared?.axes ?? namedAxes(experiment.axis, shape.length);
  return shape.map((size, axis) => ({
    axis,
    name: names[axis] ?? "",
    size,
    isKept: kept.includes(axis),
  }));
}

/** Short enough for a cell. */
const short = (value: number): string => formatNumber(value, 3);

const cellsOf = ({ shape, shared, values }: Grouping, unit: string): readonly TensorCell[] =>
  Array.from(values, (value, element) => {
    const place = `Element ${shapeText(indexOf(element, shape))}`;
    const statistic = shared?.statisticOf[element];
    if (shared === null || statistic === undefined) {
      return {
        group: null,
        tone: null,
        value: short(value),
        description: `${place}: ${short(value)}`,
      };
    }
    const group = groupName(shared, statistic);
    const normalized = short(shared.normalized[element] ?? NaN);
    return {
      group,
      tone: toneOf(statistic),
      value: short(value),
      description: `${place}, ${unit} ${group}: x = ${short(value)}, normalized ${normalized}`,
    };
  });

function elementOf(grouping: Grouping, element: number): ElementModel | null {
  const { shape, shared, values } = grouping;
  const statistic = shared?.statisticOf[element];
  if (shared === null || statistic === undefined) return null;
  return {
    element,
    index: indexOf(element, shape),
    group: groupName(shared, statistic),
    input: values[element] ?? NaN,
    mean: shared.mean[statistic] ?? NaN,
    variance: shared.variance[statistic] ?? NaN,
    epsilon: shared.epsilon,
    count: shared.samplesPerStatistic,
    normalized: shared.normalized[element] ?? NaN,
    output: shared.outputs[element] ?? NaN,
    sharing: [...values].filter((_, i) => shared.statisticOf[i] === statistic),
  };
}
