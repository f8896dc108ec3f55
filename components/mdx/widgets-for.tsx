import Link from "next/link";
import type { ReactNode } from "react";
import { controlsFor, widgetsFor } from "@/components/widgets/for-argument";
import { playgroundOf } from "@/components/widgets/registry";
import { Widget } from "@/components/widgets/widget";
import styles from "./mdx.module.css";

/**
 * The figure that is about an argument, or else the first that reads it, with the controls that takes, and links to the
 * others: a page has one figure, whose state is the page's address.
 */
export function WidgetsFor({ argument }: { readonly argument: string }): ReactNode {
  const [first, ...others] = widgetsFor(argument);
  if (first === undefined) return null;
  return (
    <section className={styles["widget"]} aria-labelledby={`widget-${first.id}`}>
      <h2 id={`widget-${first.id}`}>{first.title}</h2>
      <Widget id={first.id} surface="page" controls={controlsFor(argument, first)} />
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
