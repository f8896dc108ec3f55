import { notFound } from "next/navigation";
import { widgetList } from "@/components/widgets/registry";

/** What Next hands to a page below the id of a widget. */
export interface WidgetPageProps {
  readonly params: Promise<{ readonly widget: string }>;
}

/** The widget that a page's address names. */
export const widgetOf = async ({
  params,
}: WidgetPageProps): Promise<(typeof widgetList)[number]> => {
  const { widget: id } = await params;
  return widgetList.find((widget) => widget.id === id) ?? notFound();
};
