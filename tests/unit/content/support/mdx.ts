import { compile } from "@mdx-js/mdx";
import rehypeKatex from "rehype-katex";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";

/** What the tests read of a syntax tree, be it Markdown or HTML. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly depth?: number;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly name?: string | null;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly tagName?: string;
  readonly url?: string;
  readonly value?: string;
}

export interface CompiledMdx {
  /** The module as JavaScript. */
  readonly code: string;
  /** Everything the compiler and its plugins complain about, KaTeX in strict mode included. */
  readonly messages: readonly string[];
  readonly headings: readonly { readonly depth: number; readonly text: string }[];
  readonly headingIds: readonly string[];
  readonly links: readonly string[];
  readonly fences: readonly { readonly info: string; readonly code: string }[];
  /** The texts of comments, without their marks. */
  readonly comments: readonly string[];
  readonly tags: readonly string[];
  readonly formulas: number;
  /** Imports and exports. */
  readonly statements: readonly string[];
}

function nodesBelow(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesBelow)];
}

const textOf = (node: Node): string =>
  nodesBelow(node)
    .map(({ value }) => value ?? "")
    .join("");

const valuesOf = (nodes: readonly Node[], ...types: readonly string[]): readonly string[] =>
  nodes.filter(({ type }) => types.includes(type)).map(({ value }) => value ?? "");

const compiled = new Map<string, Promise<CompiledMdx>>();

/** Compiles with the plugins and options of next.config.js; the same source only once. */
export function compileMdx(source: string): Promise<CompiledMdx> {
  const pending = compiled.get(source) ?? compileNow(source);
  compiled.set(source, pending);
  return pending;
}

async function compileNow(source: string): Promise<CompiledMdx> {
  let markdown: readonly Node[] = [];
  let html: readonly Node[] = [];
  const readMarkdown = () => (tree: Node) => void (markdown = nodesBelow(tree));
  const readHtml = () => (tree: Node) => void (html = nodesBelow(tree));
  const file = await compile(source, {
    remarkPlugins: [remarkGfm, remarkMath, readMarkdown],
    rehypePlugins: [rehypeSlug, readHtml, [rehypeKatex, { output: "htmlAndMathml", strict: true }]],
  });
  return {
    code: String(file),
    messages: file.messages.map((message) =>
      [message.reason, message.cause].map(String).join(": "),
    ),
    headings: markdown.flatMap((node) =>
      node.type === "heading" ? [{ depth: node.depth ?? 0, text: textOf(node) }] : [],
    ),
    headingIds: html.flatMap(({ tagName, properties }) =>
      /^h[1-6]$/.test(tagName ?? "") ? [String(properties?.["id"])] : [],
    ),
    links: markdown.flatMap(({ type, url }) => (type === "link" ? [url ?? ""] : [])),
    fences: markdown.flatMap(({ type, lang, meta, value }) =>
      type === "code" ? [{ info: [lang, meta].filter(Boolean).join(" "), code: value ?? "" }] : [],
    ),
    comments: valuesOf(markdown, "mdxFlowExpression", "mdxTextExpression").flatMap((value) => {
      const comment = /^\s*\/\*\s*(.*?)\s*\*\/\s*$/s.exec(value);
      return comment?.[1] === undefined ? [] : [comment[1]];
    }),
    tags: markdown.flatMap(({ type, name }) => (type.startsWith("mdxJsx") ? [name ?? ""] : [])),
    formulas: valuesOf(markdown, "math", "inlineMath").length,
    statements: valuesOf(markdown, "mdxjsEsm"),
  };
}
