import Link from "next/link";
import type { MDXComponents } from "mdx/types";
import type { ComponentProps, ReactNode } from "react";
import { ArgumentErrors } from "./argument-errors";
import { ArgumentFacts } from "./argument-facts";
import { Lead } from "./lead";
import { RelatedArguments } from "./related-arguments";
import { WidgetsFor } from "./widgets-for";

/** Links inside the site go through the router, which knows the base path. */
const MdxLink = ({ href = "", children }: ComponentProps<"a">): ReactNode =>
  href.startsWith("/") ? <Link href={href}>{children}</Link> : <a href={href}>{children}</a>;

const CodeBlock = ({ children }: ComponentProps<"pre">): ReactNode => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
  <pre tabIndex={0} role="group" aria-label="Code">
    {children}
  </pre>
);

const components: MDXComponents = {
  a: MdxLink,
  pre: CodeBlock,
  ArgumentErrors,
  ArgumentFacts,
  Lead,
  RelatedArguments,
  WidgetsFor,
};

export const useMDXComponents = (): MDXComponents => components;
