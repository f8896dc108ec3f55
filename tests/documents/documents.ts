import { readFileSync } from "node:fs";
import { documents } from "@/engine/spec/documents";
import type { DocumentId } from "@/engine/spec/documents";

export interface DocumentedParameter {
  readonly name: string;
  /** As the document writes it, in Python; left out where there is none. */
  readonly default?: string;
}

export interface DocumentedProperty {
  readonly name: string;
  /** The exceptions that the document announces, each once. */
  readonly raises: readonly string[];
}

export interface DocumentedMethod extends DocumentedProperty {
  readonly parameters: readonly DocumentedParameter[];
}

/** What a document lists, in its order. */
export interface DocumentLists {
  readonly arguments: readonly string[];
  readonly callArguments: readonly string[];
  readonly properties: readonly DocumentedProperty[];
  readonly methods: readonly DocumentedMethod[];
  readonly functions: readonly DocumentedMethod[];
}

export const documentIds = Object.keys(documents) as readonly DocumentId[];

export const documentLists = (id: DocumentId): DocumentLists =>
  JSON.parse(readFileSync(new URL(`lists/${id}.json`, import.meta.url), "utf8")) as DocumentLists;

/** A default in Python as the engine writes it; an initializer object is the string that stands for it. */
export function valueOf(python: string): unknown {
  const named = { None: null, True: true, False: false }[python];
  if (named !== undefined) return named;
  const initializer = /^tf\.(\w+)_initializer\(\)$/.exec(python)?.[1];
  if (initializer !== undefined) return initializer;
  const text = /^'(.*)'$/.exec(python)?.[1];
  if (text !== undefined) return text;
  if (!Number.isNaN(Number(python))) return Number(python);
  throw new Error(`no value is known for the default ${python}`);
}
