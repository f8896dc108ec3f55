"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { Suspense } from "react";
import type { ReactNode } from "react";
import type { Elsewhere, WidgetDefinition } from "@/components/widgets/define-widget";
import { firstWidget, playgroundOf, widgetList, widgets } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";
import styles from "./presets.module.css";

export interface PresetsProps {
  readonly widget: WidgetId;
}

/** Equal states have equal sets of keys and values, in whatever order a hand wrote them. */
const sorted = (query: string): string => {
  const params = new URLSearchParams(query);
  params.sort();
  return params.toString();
};

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
  <Suspense fallback={<PresetLinks widget={widget} query="" />}>
    <CurrentPresets widget={widget} />
  </Suspense>
);

function CurrentPresets({ widget }: PresetsProps): ReactNode {
  return <PresetLinks widget={widget} query={sorted(useSearchParams().toString())} />;
}

function PresetLinks({ widget, query }: PresetsProps & { readonly query: string }): ReactNode {
  const home = playgroundOf(widget);
  const { specimens, elsewhere = [] }: WidgetDefinition = widgets[widget];
  const chosen = specimens.find((specimen) => sorted(specimen.query) === query);
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
              aria-current={specimen === chosen ? "true" : undefined}
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
      <p aria-live="polite">{chosen?.lesson ?? "Your own settings."}</p>
    </nav>
  );
}
