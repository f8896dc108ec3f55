import type { ReactNode } from "react";
import { DocsSidebar } from "@/components/layout/docs-sidebar";
import { Site } from "@/components/layout/site";
import styles from "./docs.module.css";

export default function DocsLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Site width="wide">
      <div className={styles["docs"]}>
        <article className={styles["article"]}>{children}</article>
        <DocsSidebar />
      </div>
    </Site>
  );
}
