import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint } from "@/workers/data/fingerprint";
import { seeded } from "../../engine/support/arbitraries";

const texts = fc.array(fc.string({ unit: "binary" }), { maxLength: 3 });

describe("a fingerprint", () => {
  it("is k- and 16 hexadecimal digits, whatever the texts (500 lists)", () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(fingerprint(...list)).toMatch(/^k-[0-9a-f]{16}$/);
      }),
      seeded(500),
    );
  });

  it("is the same for the same texts (200 lists)", () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(fingerprint(...structuredClone(list))).toBe(fingerprint(...list));
      }),
      seeded(200),
    );
  });

  it("never changes, since devices keep tables under it", () => {
    expect(fingerprint("a,b\n1,2\n", "{}")).toBe("k-6ce24b8f12e74c23");
  });

  it("differs when one character is changed, added or taken away (1000 texts)", () => {
    const character = fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        character,
        (text, at, c) => {
          const place = at % text.length;
          const [before, after] = [text.slice(0, place), text.slice(place + 1)];
          const others = [before + c + after, before + after, text + c, c + text];
          for (const other of others.filter((candidate) => candidate !== text)) {
            expect(fingerprint(other)).not.toBe(fingerprint(text));
          }
        },
      ),
      seeded(1000),
    );
  });

  it("differs when two characters are swapped", () => {
    expect(fingerprint("1,23\n")).not.toBe(fingerprint("1,32\n"));
  });

  it("depends on where one text ends and the next begins", () => {
    const splits = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["a", "b", "c"]];
    const prints = splits.map((list) => fingerprint(...list));
    expect(new Set(prints).size).toBe(splits.length);
  });

  it("is shared by no two of 100,000 tables that differ in one number", () => {
    const prints = new Set<string>();
    for (let n = 0; n < 100_000; n++) prints.add(fingerprint(`x,y\n1,${n}\n3,4\n`, "{}"));
    expect(prints.size).toBe(100_000);
  });
});
