import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { HeightReporter } from "@/components/layout/height-reporter";
import { Widget } from "@/components/widgets/widget";
import { playgroundOf, widgetList } from "@/components/widgets/registry";
import { widgetOf } from "../../registered-widget";
import type { WidgetPageProps } from "../../registered-widget";
import styles from "./embed.module.css";

export const dynamicParams = false;

export const generateStaticParams = (): { widget: string }[] =>
  widgetList.map(({ id }) => ({ widget: id }));

export async function generateMetadata(props: WidgetPageProps): Promise<Metadata> {
  const { title, summary } = await widgetOf(props);
  return { title, description: summary, robots: { index: false } };
}

export default async function EmbedPage(props: WidgetPageProps): Promise<ReactNode> {
  const { id, title, embedded } = await widgetOf(props);
  return (
    <main className={styles["embed"]}>
      <h1 className={styles["title"]}>{title}</h1>
      <Widget id={id} surface="embed" controls={embedded} />
      <p className={styles["origin"]}>
        <Link href={playgroundOf(id)} target="_top">
          Batch Norm Lab
        </Link>
      </p>
      <HeightReporter />
    </main>
  );
}
