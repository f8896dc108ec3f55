"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { Suspense } from "react";
import type { ReactNode } from "react";
import { playgroundOf, widgets } from "@/components/widgets/registry";
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
  const { specimens } = widgets[widget];
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
      </ul>
      <p aria-live="polite">{chosen?.lesson ?? "Your own settings."}</p>
    </nav>
  );
}
