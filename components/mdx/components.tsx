import Link from "next/link";
import type { MDXComponents } from "mdx/types";
import type { ComponentProps, ReactNode } from "react";
import { ArgumentErrors } from "./argument-errors";
import { ArgumentFacts } from "./argument-facts";
import { CodeBlock } from "./code-block";
import { Lead } from "./lead";
import { RelatedArguments } from "./related-arguments";
import { WidgetsFor } from "./widgets-for";

/** Links inside the site go through the router, which knows the base path. */
const MdxLink = ({ href = "", children }: ComponentProps<"a">): ReactNode =>
  href.startsWith("/") ? <Link href={href}>{children}</Link> : <a href={href}>{children}</a>;

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
