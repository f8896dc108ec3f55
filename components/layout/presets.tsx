"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import type { ReactNode } from "react";
import type { Elsewhere, Specimen, WidgetDefinition } from "@/components/widgets/define-widget";
import { firstWidget, playgroundOf, widgetList, widgets } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";
import { chosenIn } from "./chosen-preset";
import type { Chosen } from "./chosen-preset";
import styles from "./presets.module.css";

export interface PresetsProps {
  readonly widget: WidgetId;
}

const widgetOf = ({ widget }: Elsewhere): WidgetDefinition<WidgetId> =>
  widgetList.find(({ id }) => id === widget) ?? widgets[firstWidget];

/** The address of another figure's preset. */
function linkElsewhere(preset: Elsewhere): string {
  const { id, specimens } = widgetOf(preset);
  const query = specimens.find(({ name }) => name === preset.specimen)?.query ?? "";
  return query === "" ? playgroundOf(id) : `${playgroundOf(id)}?${query}`;
}

/** A widget's specimens as links, with what the chosen one teaches. */
export const Presets = ({ widget }: PresetsProps): ReactNode => (
  <Suspense
    fallback={
      <PresetLinks widget={widget} chosen={chosenIn(widgets[widget].specimens, "", null)} />
    }
  >
    <CurrentPresets widget={widget} />
  </Suspense>
);

function CurrentPresets({ widget }: PresetsProps): ReactNode {
  const query = useSearchParams().toString();
  const [last, setLast] = useState<Specimen | null>(null);
  const chosen = chosenIn(widgets[widget].specimens, query, last);
  if (chosen !== null && chosen.specimen !== last) setLast(chosen.specimen);
  return <PresetLinks widget={widget} chosen={chosen} />;
}

const besidePresets = "Your own settings.";

const movedOn = "The time-line has moved on from where the preset shows it.";

function PresetLinks({
  widget,
  chosen,
}: PresetsProps & { readonly chosen: Chosen | null }): ReactNode {
  const home = playgroundOf(widget);
  const { specimens, elsewhere = [] }: WidgetDefinition = widgets[widget];
  return (
    <nav aria-label="Presets" className={styles["presets"]}>
      <ul>
        {specimens.map((specimen) => (
          <li key={specimen.name}>
            <Link
              href={specimen.query === "" ? home : `${home}?${specimen.query}`}
              prefetch={false}
              scroll={false}
              title={specimen.lesson}
              aria-current={specimen === chosen?.specimen ? "true" : undefined}
            >
              {specimen.name.replaceAll("-", " ")}
            </Link>
          </li>
        ))}
        {elsewhere.map((preset) => (
          <li key={preset.name}>
            <Link
              href={linkElsewhere(preset)}
              prefetch={false}
              title={`In the figure ${widgetOf(preset).title}`}
            >
              {preset.name.replaceAll("-", " ")}
            </Link>
          </li>
        ))}
      </ul>
      <p aria-live="polite">
        {chosen?.specimen.lesson ?? besidePresets}
        {chosen?.isMovedOn === true && ` ${movedOn}`}
      </p>
    </nav>
  );
}
