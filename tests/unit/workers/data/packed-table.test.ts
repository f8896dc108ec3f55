import { deflateSync, strFromU8, strToU8 } from "fflate";
import fc from "fast-check";
import { fingerprint } from "@/workers/data/fingerprint";
import { describe, expect, it } from "vitest";
import { isPacked, pack, unpack } from "@/workers/data/packed-table";
import type { GivenTable } from "@/workers/data/packed-table";
import { defaultTableChoices } from "@/workers/table/choices";
import type { TableChoices } from "@/workers/table/choices";
import { seeded } from "../../engine/support/arbitraries";
import { refusalOf } from "../support";

const unreadable = {
  code: "own-packed",
  kind: "ValueError",
  message:
    "The table inside this link cannot be read: the link was cut or altered. Give the table again.",
  details: {},
};

const choices: fc.Arbitrary<TableChoices> = fc.record({
  header: fc.constantFrom("auto", "present", "absent"),
  missing: fc.constantFrom("drop-rows", "column-mean"),
  labelColumn: fc.oneof(fc.constant(null), fc.string({ unit: "grapheme" })),
});

const table: GivenTable = {
  text: "height,weight\n1.5,60\n1.6,70\n1.7,80\n",
  choices: { header: "present", missing: "column-mean", labelColumn: null },
};
/** The numbers 1, 2, 3, … scrambled, so that they do not pack well. */
const numbers = (count: number): string =>
  Array.from({ length: count }, (_, i) => ((i + 1) * 2654435761) % 4294967296).join("\n");

/** Packs anything the way `pack` does, as a hostile link would. */
const packed = (json: string): string =>
  `z-${btoa(strFromU8(deflateSync(strToU8(json), { level: 9 }), true))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")}`;

describe("a small table packed into a link", () => {
  it("unpacks as it was given, whatever its text and choices (50 tables)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), choices, (text, chosen) => {
        const key = pack({ text, choices: chosen });
        expect(key).not.toBeNull();
        expect(unpack(key!)).toEqual({ text, choices: chosen });
      }),
      seeded(50),
    );
  });

  it("unpacks with half a surrogate pair in its text", () => {
    const text = "a\ud800,b\n1,2\n";
    expect(unpack(pack({ ...table, text })!).text).toBe(text);
  });

  it("is known by its beginning and needs no escaping in a link (50 tables)", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), choices, (text, chosen) => {
        const key = pack({ text, choices: chosen })!;
        expect(key).toMatch(/^z-[A-Za-z0-9_-]+$/);
        expect(isPacked(key)).toBe(true);
      }),
      seeded(50),
    );
  });

  it("is the same for the same table", () => {
    expect(pack(structuredClone(table))).toBe(pack(table));
  });

  it("is told from a fingerprint", () => {
    expect(isPacked("k-0123456789abcdef")).toBe(false);
    expect(isPacked("")).toBe(false);
  });
});

describe("a table too long for a link", () => {
  it("is not packed: a key has at most 1500 characters", () => {
    const keys = Array.from({ length: 220 }, (_, i) => pack({ ...table, text: numbers(i + 1) }));
    const kept = keys.filter((key) => key !== null);
    const longest = Math.max(...kept.map((key) => key.length));
    expect(longest).toBeLessThanOrEqual(1500);
    expect(longest).toBeGreaterThan(1480);
    expect(keys.slice(kept.length).every((key) => key === null)).toBe(true);
    expect(kept.length).toBeLessThan(keys.length);
  });

  it("is not packed above 200,000 characters, however small it would get", () => {
    const repeated = (length: number): GivenTable => ({ ...table, text: "1".repeat(length) });
    const key = pack(repeated(200_000));
    expect(key!.length).toBeLessThan(1500);
    expect(unpack(key!)).toEqual(repeated(200_000));
    expect(pack(repeated(200_001))).toBeNull();
  });
});

describe("a packed table that was cut or altered", () => {
  const key = pack(table)!;

  it("is refused wherever it was cut", () => {
    for (let length = "z-".length; length < key.length; length++) {
      expect(
        refusalOf(() => unpack(key.slice(0, length))),
        `cut at ${length}`,
      ).toEqual(unreadable);
    }
  });

  it.each([
    "z-",
    "z-!",
    "z-ü",
    "z-%00",
    "z-A",
    "z-AAAA",
    "z-____",
    "z-k-1a2b",
    `z-${"A".repeat(1e5)}`,
  ])("is refused when it is %.20s", (text) => {
    expect(refusalOf(() => unpack(text))).toEqual(unreadable);
  });

  it("is either refused or a table, never anything else (300 altered keys)", () => {
    const character = fc.constantFrom(...Array.from("ABCXYZabcxyz0189-_"));
    fc.assert(
      fc.property(fc.nat({ max: key.length - 3 }), character, (at, c) => {
        const altered = `${key.slice(0, 2 + at)}${c}${key.slice(3 + at)}`;
        const outcome = ((): unknown => {
          try {
            return typeof unpack(altered).text;
          } catch (error) {
            return refusalOf(() => {
              throw error;
            });
          }
        })();
        expect(["string", unreadable]).toContainEqual(outcome);
      }),
      seeded(300),
    );
  });
});

describe("a hostile link", () => {
  it.each(["", "5", "null", "[", "{}", '{"0":"text"}', "[]", "[1,{}]", "[null]", '[["a"]]'])(
    "that unfolds to %j is refused",
    (json) => {
      expect(refusalOf(() => unpack(packed(json)))).toEqual(unreadable);
    },
  );

  it.each([
    null,
    {},
    { ...defaultTableChoices, header: "maybe" },
    { ...defaultTableChoices, missing: "zero" },
    { ...defaultTableChoices, labelColumn: 5 },
  ])("with the choices %j is refused", (choices) => {
    const json = JSON.stringify(["1,2", choices, fingerprint("1,2")]);
    expect(refusalOf(() => unpack(packed(json)))).toEqual(unreadable);
  });

  it("whose text was altered is refused by its fingerprint", () => {
    const content = (text: string): string =>
      packed(JSON.stringify([text, defaultTableChoices, fingerprint("1,2")]));
    expect(unpack(content("1,2"))).toEqual({ text: "1,2", choices: defaultTableChoices });
    expect(refusalOf(() => unpack(content("1,3")))).toEqual(unreadable);
  });

  it("does not unfold further than 800,000 bytes: what lies beyond is never seen", () => {
    const bomb = (length: number): string => packed(JSON.stringify(["1".repeat(length), {}]));
    expect(bomb(4_000_000).length).toBeLessThan(6000);
    for (const length of [800_000, 4_000_000]) {
      expect(refusalOf(() => unpack(bomb(length)))).toEqual(unreadable);
    }
    const content = JSON.stringify(["1,2", defaultTableChoices, fingerprint("1,2")]);
    const padded = packed(`${content}${" ".repeat(2_000_000)}and no JSON`);
    expect(unpack(padded).text).toBe("1,2");
  });
});
