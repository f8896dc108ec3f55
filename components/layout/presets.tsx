import Link from "next/link";
import type { ReactNode } from "react";
import { playgroundOf, widgets } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";
import styles from "./presets.module.css";

/** A widget's specimens as links, each with what it teaches. */
export function Presets({ widget }: { readonly widget: WidgetId }): ReactNode {
  const home = playgroundOf(widget);
  return (
    <nav aria-label="Presets" className={styles["presets"]}>
      <details>
        <summary>Start from a preset</summary>
        <ul>
          {widgets[widget].specimens.map(({ name, query, lesson }) => (
            <li key={name}>
              <Link href={query === "" ? home : `${home}?${query}`} prefetch={false}>
                {name.replaceAll("-", " ")}
              </Link>
              <p>{lesson}</p>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
