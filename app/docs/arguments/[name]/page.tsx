import type { MDXContent } from "mdx/types";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { documentedArgs } from "@/engine/spec/batch-norm";

interface ArgumentPageProps {
  readonly params: Promise<{ readonly name: string }>;
}

interface PageModule {
  readonly default: MDXContent;
  readonly metadata: Metadata;
}

export const dynamicParams = false;

export const generateStaticParams = (): { name: string }[] =>
  documentedArgs.map(({ name }) => ({ name }));

const pageOf = async ({ params }: ArgumentPageProps): Promise<PageModule> => {
  const { name } = await params;
  return (await import(`@/content/arguments/${name}/page.generated.mdx`)) as PageModule;
};

export const generateMetadata = async (props: ArgumentPageProps): Promise<Metadata> =>
  (await pageOf(props)).metadata;

export default async function ArgumentPage(props: ArgumentPageProps): Promise<ReactNode> {
  const { default: Page } = await pageOf(props);
  return <Page />;
}
