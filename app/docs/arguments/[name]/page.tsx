import type { Metadata } from "next";
import type { ReactNode } from "react";
import { documentedArgs } from "@/engine/spec/batch-norm";
import type { NamedPageProps, PageModule } from "../../named-page";

export const dynamicParams = false;

export const generateStaticParams = (): { name: string }[] =>
  documentedArgs.map(({ name }) => ({ name }));

const pageOf = async ({ params }: NamedPageProps): Promise<PageModule> => {
  const { name } = await params;
  return (await import(`@/content/arguments/${name}/page.generated.mdx`)) as PageModule;
};

export const generateMetadata = async (props: NamedPageProps): Promise<Metadata> =>
  (await pageOf(props)).metadata;

export default async function ArgumentPage(props: NamedPageProps): Promise<ReactNode> {
  const { default: Page } = await pageOf(props);
  return <Page />;
}
