import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DataCredits } from "@/components/layout/data-credits";
import { Presets } from "@/components/layout/presets";
import { Site } from "@/components/layout/site";
import { Widget } from "@/components/widgets/widget";
import { widgets } from "@/components/widgets/registry";
import styles from "./playground.module.css";

const { title, summary } = widgets["batch-vs-moving"];

export const metadata: Metadata = { title: "Playground", description: summary };

export default function PlaygroundPage(): ReactNode {
  return (
    <Site width="wide">
      <h1 className={styles["title"]}>{title}</h1>
      <p className={styles["summary"]}>{summary}</p>
      <Presets widget="batch-vs-moving" />
      <Widget id="batch-vs-moving" surface="playground" />
      <DataCredits />
    </Site>
  );
}
