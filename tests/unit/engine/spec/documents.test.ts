import { describe, expect, it } from "vitest";
import { constructorArgs, documentedArgs } from "@/engine/spec/batch-norm";
import { documentedMembers, functions, methods, properties } from "@/engine/spec/members";
import type { MemberSpec } from "@/engine/spec/members/member-spec";
import { documentIds, documentLists, valueOf } from "@/tests/documents/documents";
import type { DocumentedMethod, DocumentedProperty } from "@/tests/documents/documents";

const argumentNames = documentedArgs.map((spec) => spec.name as string);

const namesOf = (items: readonly { readonly name: string }[]): readonly string[] =>
  items.map(({ name }) => name);

const memberNamed = (name: string): MemberSpec =>
  documentedMembers.find((spec) => spec.name === name)!;

describe.each(documentIds)("the arguments in %s", (id) => {
  const lists = documentLists(id);

  it("all have a spec", () => {
    const missing = [...lists.arguments, ...lists.callArguments].filter(
      (name) => !argumentNames.includes(name),
    );
    expect(missing).toEqual([]);
  });
});

const ofTheClass = documentIds.filter((id) => documentLists(id).functions.length === 0);

it.each(ofTheClass)("the arguments in %s are the constructor's, in the document's order", (id) => {
  const listed = documentLists(id).arguments;
  expect(namesOf(constructorArgs).filter((name) => listed.includes(name))).toEqual(listed);
});

it("the only arguments that no document lists are a keyword of the base class and a later one", () => {
  const listed = documentIds.flatMap((id) => {
    const lists = documentLists(id);
    return [
      ...lists.arguments,
      ...lists.callArguments,
      ...lists.methods
        .filter(({ name }) => name === "__init__")
        .flatMap(({ parameters }) => namesOf(parameters)),
    ];
  });
  expect(argumentNames.filter((name) => !listed.includes(name))).toEqual(["dtype", "mask"]);
});

const kinds = [
  ["properties", properties],
  ["methods", methods],
  ["functions", functions],
] as const;

describe.each(documentIds)("the members in %s", (id) => {
  const lists = documentLists(id);

  it.each(kinds)("are the %s that say so, in the document's order", (kind, specs) => {
    const marked = specs.filter((spec) => spec.documents.includes(id));
    expect(namesOf(marked)).toEqual(namesOf(lists[kind]));
  });

  const callable: readonly DocumentedMethod[] = [...lists.methods, ...lists.functions];
  it.each(callable)("$name has the document's parameters and defaults", ({ name, parameters }) => {
    const expected = parameters.map((parameter) => ({
      name: parameter.name,
      ...(parameter.default !== undefined && { default: valueOf(parameter.default) }),
    }));
    const documented = memberNamed(name).parameters.filter((parameter) =>
      namesOf(parameters).includes(parameter.name),
    );
    expect(
      documented.map((parameter) => ({
        name: parameter.name,
        // Python's rest parameters have no default; the options that stand for them may be left out.
        ...("default" in parameter &&
          !parameter.name.startsWith("*") && { default: parameter.default }),
      })),
    ).toEqual(expected);
  });

  const raising: readonly DocumentedProperty[] = [...lists.properties, ...callable];
  it.each(raising)("$name has an entry for every exception in the document", ({ name, raises }) => {
    const known = memberNamed(name).errors.map(({ kind }) => kind as string);
    expect(raises.filter((kind) => !known.includes(kind))).toEqual([]);
  });
});

describe.each(documentedMembers)("the member $name", (spec) => {
  const listed = spec.documents.flatMap((id) => {
    const lists = documentLists(id);
    return [...lists.methods, ...lists.functions].filter(({ name }) => name === spec.name);
  });
  const inDocuments = listed.flatMap(({ parameters }) => namesOf(parameters));

  it("is in some document", () => {
    expect(spec.documents).not.toEqual([]);
  });

  it("marks as additions exactly the parameters that no document lists", () => {
    const additions = spec.parameters.filter(({ isAddition }) => isAddition === true);
    expect(namesOf(additions)).toEqual(
      namesOf(spec.parameters).filter((name) => !inDocuments.includes(name)),
    );
  });
});
