import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { frameworks } from "@/components/code-export/frameworks";
import { configured, givenValues, refused } from "./support/configurations";
import { fusedCall } from "../../../support/fused-call";
import { missingPython, syntaxErrors } from "./support/python";
import { linked, twoCalls } from "../../../support/two-calls";

interface Signature {
  readonly callable: string;
  readonly version: string;
  readonly source: string;
  readonly arguments: readonly { readonly name: string; readonly default: string | null }[];
  /** What the callable takes besides its own arguments. */
  readonly keywords: readonly string[];
}

const signatureOf = (id: string): Signature =>
  JSON.parse(readFileSync(new URL(`signatures/${id}.json`, import.meta.url), "utf8")) as Signature;

/** The text between the brackets of the first call whose name begins so. */
function callOf(text: string, callable: string): string {
  const from = text.indexOf("(", text.indexOf(`= ${callable}`));
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if ("([{".includes(text[at]!)) depth++;
    if (")]}".includes(text[at]!)) depth--;
    if (depth === 0) return text.slice(from + 1, at);
  }
  throw new Error(`no call of ${callable}`);
}

/** The keywords of a call, without those of the calls inside it. */
function keywordsOf(call: string): readonly string[] {
  let flat = call;
  for (let before = ""; before !== flat;) {
    before = flat;
    flat = flat.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, "");
  }
  return [...flat.matchAll(/(?:^|,)\s*(\w+)=/g)].map(([, name]) => name!);
}

const withSignature = frameworks.filter(({ id }) => id !== "numpy");
const configurations = [
  configured(),
  ...givenValues.map(([name, value]) => configured({ [name]: value })),
  configured({
    renorm: true,
    renorm_clipping: {
      rmax: [
        [0, 1],
        [5, 3],
      ],
      dmax: 5,
    },
  }),
  configured({ center: false, scale: false, dtype: "float64" }),
  configured({ trainable: false, padding: 2, mask: true }),
  refused(
    { trainable: false, padding: 2, mask: true, profile: "tf-1.14-v1" },
    "mask must be left out",
  ),
  fusedCall({ renorm: true, axis: [1, 3], dtype: "float16" }).subject,
  fusedCall({ adjustment: { scale: 0.1, bias: 0.2 }, fused: false }).subject,
  ...["", "first_name=bn&name=bn&reuse=true", "scope=siamese", "scope=a/b&scope_reuse=auto"].map(
    (query) => twoCalls(linked(query)).subject,
  ),
];

describe("The texts call what the frameworks document", () => {
  test.for(withSignature)("$label", (framework) => {
    const signature = signatureOf(framework.id);
    const names = signature.arguments.map(({ name }) => name);
    const known = new Set([...names, ...signature.keywords]);
    const used = new Set(
      configurations.flatMap((subject) =>
        keywordsOf(callOf(framework.write(subject).text, signature.callable)),
      ),
    );
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
    expect(used.size).toBeGreaterThan(3);
    expect(signature.source).not.toBe("");
  });

  test.for([
    ["tf-keras", "momentum", "0.99"],
    ["tf-keras", "epsilon", "0.001"],
    ["keras-3", "epsilon", "0.001"],
    ["tensorflow-1", "training", "False"],
    ["pytorch", "momentum", "0.1"],
    ["pytorch", "eps", "1e-05"],
    ["flax", "momentum", "0.99"],
    ["flax", "epsilon", "1e-05"],
  ])("%s has %s=%s by default, as the notes say", ([id, name, standard]) => {
    expect(signatureOf(id!).arguments.find((argument) => argument.name === name)?.default).toBe(
      standard,
    );
  });

  test("what Keras 2 and 3 leave at their defaults has the defaults of this page", () => {
    for (const id of ["tf-keras", "keras-3"]) {
      const framework = frameworks.find((one) => one.id === id)!;
      const { callable } = signatureOf(id);
      expect(callOf(framework.write(configured()).text, callable)).toBe("");
    }
  });

  test("Python can read every text", ({ skip }) => {
    const missing = missingPython();
    skip(missing !== null, missing ?? "");
    const texts = frameworks.flatMap(({ write }) =>
      configurations.map((subject) => write(subject).text),
    );
    expect(syntaxErrors(texts).filter((error) => error !== null)).toEqual([]);
    expect(texts.length).toBeGreaterThan(200);
  });
});
