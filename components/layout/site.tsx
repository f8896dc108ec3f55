import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./site.module.css";
import { ThemeSwitch } from "./theme-switch";

/** The frame of every page that is not an embed. */
export const Site = ({
  width = "reading",
  children,
}: {
  readonly width?: "reading" | "wide";
  readonly children: ReactNode;
}): ReactNode => (
  <div className={styles["site"]} data-width={width}>
    <a className="skip-link" href="#content">
      Skip to the content
    </a>
    <header className={styles["header"]}>
      <Link href="/" className={styles["name"]}>
        Batch Norm Lab
      </Link>
      <nav aria-label="Main" className={styles["nav"]}>
        <Link href="/playground">Playground</Link>
        <Link href="/docs">Reference</Link>
      </nav>
      <ThemeSwitch />
    </header>
    <main id="content" className={styles["main"]}>
      {children}
    </main>
    <footer className={styles["footer"]}>
      <p>Everything is computed in your browser. Nothing you enter is sent anywhere. Apache-2.0.</p>
    </footer>
  </div>
);
