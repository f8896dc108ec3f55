"use client";

import { useState } from "react";
import type { ReactNode, RefObject } from "react";
import { download } from "./download";
import { embeddedFontFaces } from "./font-faces";
import { rasterize } from "./rasterize";
import { standaloneSvg } from "./standalone-svg";
import styles from "./save-figure.module.css";

export interface SaveFigureProps {
  readonly figure: RefObject<HTMLElement | null>;
  /** Without ending. */
  readonly fileName: string;
}

/** Saves the figure as it stands: the marks and their texts, without controls. */
export function SaveFigure({ figure, fileName }: SaveFigureProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (format: "svg" | "png"): Promise<void> => {
    if (figure.current === null) return;
    const svg = standaloneSvg(figure.current, await embeddedFontFaces());
    const content =
      format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await rasterize(svg);
    download(`${fileName}.${format}`, content);
  };
  const handle = (format: "svg" | "png") => () => {
    setProblem(null);
    save(format).catch((error: unknown) => {
      setProblem(`The figure could not be saved: ${String(error)}.`);
    });
  };
  return (
    <div className={styles["save"]}>
      <span>Save the figure</span>
      <button type="button" className="quiet-button" onClick={handle("svg")}>
        SVG
      </button>
      <button type="button" className="quiet-button" onClick={handle("png")}>
        PNG
      </button>
      {problem !== null && <span role="alert">{problem}</span>}
    </div>
  );
}
