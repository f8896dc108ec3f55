import Link from "next/link";
import type { MDXComponents } from "mdx/types";
import type { ComponentProps, ReactNode } from "react";
import { ArgumentErrors } from "./argument-errors";
import { ArgumentFacts } from "./argument-facts";
import { CodeBlock } from "./code-block";
import { Lead } from "./lead";
import { MemberErrors } from "./member-errors";
import { MemberFacts } from "./member-facts";
import { MemberParameters } from "./member-parameters";
import { RelatedArguments } from "./related-arguments";
import { RelatedMembers } from "./related-members";
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
  MemberErrors,
  MemberFacts,
  MemberParameters,
  RelatedArguments,
  RelatedMembers,
  WidgetsFor,
};

export const useMDXComponents = (): MDXComponents => components;
