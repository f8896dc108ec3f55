import Link from "next/link";
import type { ReactNode } from "react";
import { playgroundOf, widgetList, widgets } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";
import { Widget } from "@/components/widgets/widget";
import { DataCredits } from "./data-credits";
import styles from "./playground.module.css";
import { Presets } from "./presets";
import { Site } from "./site";

/** A figure with all its controls, and the way to the others. */
export const Playground = ({ widget }: { readonly widget: WidgetId }): ReactNode => {
  const { title, summary } = widgets[widget];
  return (
    <Site width="wide">
      <nav aria-label="Figures" className={styles["figures"]}>
        {/* Opens the links after it on a narrow screen; a wide one shows them anyway, which no script has to tell. */}
        <details className={styles["opener"]}>
          <summary>All figures</summary>
        </details>
        <div className={styles["links"]}>
          {widgetList.map((each) => (
            <Link
              key={each.id}
              href={playgroundOf(each.id)}
              aria-current={each.id === widget ? "page" : undefined}
            >
              {each.title}
            </Link>
          ))}
        </div>
      </nav>
      <h1 className={styles["title"]}>{title}</h1>
      <p className={styles["summary"]}>{summary}</p>
      <Presets widget={widget} />
      <Widget id={widget} surface="playground" />
      <DataCredits />
    </Site>
  );
};
