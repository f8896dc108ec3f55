import { controlsShowing } from "@/engine/spec/experiment";
import type { ExperimentArgName } from "@/engine/spec/experiment";
import type { WidgetDefinition } from "./define-widget";
import { widgetList } from "./registry";
import type { WidgetId } from "./registry";

/** The figures in which a documented argument can be seen at work, those first that are about it. */
export function widgetsFor(argument: string): readonly WidgetDefinition<WidgetId>[] {
  const isAmong = (names: readonly string[]): boolean => names.includes(argument);
  const reading = widgetList.filter(({ reads }) => isAmong(reads));
  return [
    ...reading.filter(({ subjects }) => isAmong(subjects)),
    ...reading.filter(({ subjects }) => !isAmong(subjects)),
  ];
}

/** Which of a figure's controls show an argument at work; where none does, those it brings along anywhere. */
export function controlsFor(
  argument: string,
  { controls, embedded }: WidgetDefinition,
): readonly ExperimentArgName[] {
  const showing = controlsShowing(argument).filter((name) => controls.includes(name));
  return showing.length > 0 ? showing : embedded;
}
