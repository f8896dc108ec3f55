"use client";

import { useState } from "react";
import type { ReactNode } from "react";
import styles from "./share.module.css";

export interface ShareProps {
  readonly widgetId: string;
  readonly title: string;
}

const basePath = process.env["NEXT_PUBLIC_BASE_PATH"] ?? "";

const linkHere = (): string => window.location.href;

const embedCode = ({ widgetId, title }: ShareProps): string => {
  const { origin, search } = window.location;
  const source = `${origin}${basePath}/embed/${widgetId}${search}`.replaceAll("&", "&amp;");
  return `<iframe src="${source}" title="${title}" width="100%" height="1100" style="border:0"></iframe>`;
};

/** Copies what restores exactly this figure: a link, or the markup that puts it into another page. */
export function Share(props: ShareProps): ReactNode {
  const [said, setSaid] = useState("");
  const copy = (what: string, text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setSaid(`${what} copied.`);
      },
      () => {
        setSaid(`This browser does not let pages copy. Here it is: ${text}`);
      },
    );
  };
  return (
    <div className={styles["share"]}>
      <span>Take it along</span>
      <button type="button" className="quiet-button" onClick={() => copy("Link", linkHere())}>
        Copy link
      </button>
      <button
        type="button"
        className="quiet-button"
        onClick={() => copy("Embed code", embedCode(props))}
      >
        Copy embed code
      </button>
      <output className={styles["said"]}>{said}</output>
    </div>
  );
}
