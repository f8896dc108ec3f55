import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { HeightReporter } from "@/components/layout/height-reporter";
import { Widget } from "@/components/widgets/widget";
import { widgetList } from "@/components/widgets/registry";
import styles from "./embed.module.css";

interface EmbedPageProps {
  readonly params: Promise<{ readonly widget: string }>;
}

export const dynamicParams = false;

export const generateStaticParams = (): { widget: string }[] =>
  widgetList.map(({ id }) => ({ widget: id }));

const widgetOf = async ({ params }: EmbedPageProps): Promise<(typeof widgetList)[number]> => {
  const { widget: id } = await params;
  return widgetList.find((widget) => widget.id === id) ?? notFound();
};

export async function generateMetadata(props: EmbedPageProps): Promise<Metadata> {
  const { title, summary } = await widgetOf(props);
  return { title, description: summary, robots: { index: false } };
}

export default async function EmbedPage(props: EmbedPageProps): Promise<ReactNode> {
  const { id, title } = await widgetOf(props);
  return (
    <main className={styles["embed"]}>
      <h1 className={styles["title"]}>{title}</h1>
      <Widget
        id={id}
        surface="embed"
        controls={["data", "own", "channel", "batch_size", "momentum"]}
      />
      <p className={styles["origin"]}>
        <Link href="/playground" target="_top">
          Batch Norm Lab
        </Link>
      </p>
      <HeightReporter />
    </main>
  );
}
