import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MemberErrors } from "@/components/mdx/member-errors";
import { MemberFacts } from "@/components/mdx/member-facts";
import { MemberParameters } from "@/components/mdx/member-parameters";
import { RelatedMembers } from "@/components/mdx/related-members";
import { documentedMembers } from "@/engine/spec/members";

type Component = typeof MemberFacts;

/** The markup without its tags. */
const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, "")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

const markupOf = (component: Component, name: string): string =>
  renderToStaticMarkup(createElement(component, { name }));

describe.each(documentedMembers)("the page of $name", (spec) => {
  const { name } = spec;

  it("shows its signature, what it returns and what changed", () => {
    const text = textOf(markupOf(MemberFacts, name));
    const shown = [spec.signature, spec.returns.summary, ...spec.changes.map(({ what }) => what)];
    expect(shown.filter((part) => !text.includes(part))).toEqual([]);
  });

  it("has a row for every parameter", () => {
    const text = textOf(markupOf(MemberParameters, name));
    const shown = spec.parameters.flatMap((parameter) => [parameter.name, parameter.summary]);
    expect(shown.filter((part) => !text.includes(part))).toEqual([]);
  });

  it("has every message with its kind and its occasion", () => {
    const text = textOf(markupOf(MemberErrors, name));
    const shown = spec.errors.flatMap(({ kind, message, when }) => [
      `When ${when}`,
      `${kind}: ${message}`,
    ]);
    expect(shown.filter((part) => !text.includes(part))).toEqual([]);
  });

  it("leads to the related members", () => {
    const markup = markupOf(RelatedMembers, name);
    const links = [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual(spec.related.map((other) => `/docs/members/${other}`));
  });
});

it("parameters that are arguments lead to the arguments' pages, and others do not", () => {
  const links = (name: string): number =>
    markupOf(MemberParameters, name).split('href="/docs/arguments/').length - 1;
  expect(links("batch_normalization")).toBe(24);
  expect(links("call")).toBe(3);
  expect(links("add_weight")).toBe(0);
});

it("a page on a member that does not exist fails", () => {
  expect(() => markupOf(MemberFacts, "nothing")).toThrow(
    "A page names the member nothing, which has no spec.",
  );
});
