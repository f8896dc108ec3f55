import type { Metadata } from "next";
import type { ReactNode } from "react";
import { documentedMembers } from "@/engine/spec/members";
import type { NamedPageProps, PageModule } from "../../named-page";

export const dynamicParams = false;

export const generateStaticParams = (): { name: string }[] =>
  documentedMembers.map(({ name }) => ({ name }));

const pageOf = async ({ params }: NamedPageProps): Promise<PageModule> => {
  const { name } = await params;
  return (await import(`@/content/members/${name}/page.generated.mdx`)) as PageModule;
};

export const generateMetadata = async (props: NamedPageProps): Promise<Metadata> =>
  (await pageOf(props)).metadata;

export default async function MemberPage(props: NamedPageProps): Promise<ReactNode> {
  const { default: Page } = await pageOf(props);
  return <Page />;
}
