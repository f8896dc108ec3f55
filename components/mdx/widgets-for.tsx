import Link from "next/link";
import type { ReactNode } from "react";
import { controlsShowing } from "@/engine/spec/experiment";
import { Widget } from "@/components/widgets/widget";
import { widgetList } from "@/components/widgets/registry";
import styles from "./mdx.module.css";

/** Every figure in which an argument can be seen at work, with the controls that takes. */
export const WidgetsFor = ({ argument }: { readonly argument: string }): ReactNode =>
  widgetList
    .filter(({ reads }) => reads.some((name) => name === argument))
    .map(({ id, title }) => (
      <section key={id} className={styles["widget"]} aria-labelledby={`widget-${id}`}>
        <h2 id={`widget-${id}`}>{title}</h2>
        <Widget id={id} surface="page" controls={controlsShowing(argument)} />
        <p>
          <Link href="/playground">All controls are in the playground.</Link>
        </p>
      </section>
    ));
