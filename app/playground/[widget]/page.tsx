import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Playground } from "@/components/layout/playground";
import { firstWidget, widgetList } from "@/components/widgets/registry";
import { widgetOf } from "../../registered-widget";
import type { WidgetPageProps } from "../../registered-widget";

export const dynamicParams = false;

export const generateStaticParams = (): { widget: string }[] =>
  widgetList.filter(({ id }) => id !== firstWidget).map(({ id }) => ({ widget: id }));

export async function generateMetadata(props: WidgetPageProps): Promise<Metadata> {
  const { title, summary } = await widgetOf(props);
  return { title: `${title} · Playground`, description: summary };
}

export default async function WidgetPlaygroundPage(props: WidgetPageProps): Promise<ReactNode> {
  const { id } = await widgetOf(props);
  return <Playground widget={id} />;
}
