import katex from "katex";
import type { ReactNode } from "react";

/** A formula, typeset when the site is built. */
export const Formula = ({ tex }: { readonly tex: string }): ReactNode => (
  <span
    dangerouslySetInnerHTML={{
      __html: katex.renderToString(tex, { output: "htmlAndMathml", strict: "error" }),
    }}
  />
);
