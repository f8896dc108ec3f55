import type { ReactNode } from "react";

/** Code that scrolls where it is wider than the page. */
export const CodeBlock = ({ children }: { readonly children?: ReactNode }): ReactNode => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
  <pre tabIndex={0} role="group" aria-label="Code">
    {children}
  </pre>
);
