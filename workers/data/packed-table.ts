import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { EngineError } from "../../engine/errors";
import type { TableChoices } from "../table/choices";
import { fingerprint } from "./fingerprint";

/** A reader's table as they gave it. */
export interface GivenTable {
  readonly text: string;
  readonly choices: TableChoices;
}

const prefix = "z-";
/** Longer links are cut by chat programs. */
const longestKey = 1500;
const longestText = 200_000;
/** A packed table unfolds to no more bytes than this, whatever a hostile link says. */
const longestUnpacked = 4 * longestText;

export const isPacked = (key: string): boolean => key.startsWith(prefix);

/** Packs a small table into a link-safe text; null when it would be too long for a link. */
export function pack({ text, choices }: GivenTable): string | null {
  if (text.length > longestText) return null;
  const content = [text, choices, fingerprint(text)];
  const bytes = deflateSync(strToU8(JSON.stringify(content)), { level: 9 });
  const base64 = btoa(strFromU8(bytes, true));
  const key = prefix + base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return key.length <= longestKey ? key : null;
}

/** Unpacks what `pack` made. Throws a ValueError when the link was cut or altered. */
export function unpack(key: string): GivenTable {
  try {
    const base64 = key.slice(prefix.length).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = inflateSync(strToU8(atob(base64), true), {
      out: new Uint8Array(longestUnpacked),
    });
    return givenTable(JSON.parse(strFromU8(bytes)));
  } catch {
    throw new EngineError(
      "own-packed",
      "ValueError",
      "The table inside this link cannot be read: the link was cut or altered. Give the table again.",
    );
  }
}

/** Checks that content is what `pack` wrote; the fingerprint tells when a link was altered. */
function givenTable(content: unknown): GivenTable {
  if (!Array.isArray(content)) throw new TypeError("no list");
  const [text, choices, mark] = content as readonly unknown[];
  if (typeof text !== "string" || mark !== fingerprint(text)) throw new TypeError("altered");
  if (!isTableChoices(choices)) throw new TypeError("no choices");
  return { text, choices };
}

function isTableChoices(value: unknown): value is TableChoices {
  if (typeof value !== "object" || value === null) return false;
  const { header, missing, labelColumn } = value as Readonly<Record<string, unknown>>;
  return (
    ["auto", "present", "absent"].includes(String(header)) &&
    ["drop-rows", "column-mean"].includes(String(missing)) &&
    (labelColumn === null || typeof labelColumn === "string")
  );
}
