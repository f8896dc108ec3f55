import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Playground } from "@/components/layout/playground";
import { firstWidget, widgets } from "@/components/widgets/registry";

export const metadata: Metadata = {
  title: "Playground",
  description: widgets[firstWidget].summary,
};

export default function PlaygroundPage(): ReactNode {
  return <Playground widget={firstWidget} />;
}
