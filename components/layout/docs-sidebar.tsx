"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import navigation from "@/content/navigation.json";
import styles from "./docs-sidebar.module.css";

/** The reference's table of contents. */
export function DocsSidebar(): ReactNode {
  const path = usePathname();
  return (
    <nav aria-label="Reference" className={styles["sidebar"]}>
      {navigation.map(({ title, pages }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {pages.map((page) => (
              <li key={page.href}>
                <Link href={page.href} aria-current={path === page.href ? "page" : undefined}>
                  {page.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
