import Link from "next/link";
import type { ReactNode } from "react";
import { controlsShowing } from "@/engine/spec/experiment";
import { Widget } from "@/components/widgets/widget";
import { playgroundOf, widgetList } from "@/components/widgets/registry";
import styles from "./mdx.module.css";

/**
 * The first figure in which an argument can be seen at work, with the controls that takes, and links to the others: a
 * page has one figure, whose state is the page's address.
 */
export function WidgetsFor({ argument }: { readonly argument: string }): ReactNode {
  const [first, ...others] = widgetList.filter(({ reads }) =>
    reads.some((name) => name === argument),
  );
  if (first === undefined) return null;
  return (
    <section className={styles["widget"]} aria-labelledby={`widget-${first.id}`}>
      <h2 id={`widget-${first.id}`}>{first.title}</h2>
      <Widget id={first.id} surface="page" controls={controlsShowing(argument)} />
      <p>
        <Link href={playgroundOf(first.id)}>All controls are in the playground.</Link>
      </p>
      {others.map(({ id, title, summary }) => (
        <p key={id}>
          Also at work in <Link href={playgroundOf(id)}>{title}</Link>: {summary}
        </p>
      ))}
    </section>
  );
}
