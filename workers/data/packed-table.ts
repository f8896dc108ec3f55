import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { EngineError } from "../../engine/errors";
import { defaultTableChoices } from "../table/choices";
import type { TableChoices } from "../table/choices";

/** A reader's table as they gave it. */
export interface GivenTable {
  readonly text: string;
  readonly choices: TableChoices;
}

const prefix = "z-";
/** Longer links are cut by chat programs. */
const longestKey = 1500;
/** A packed table unfolds to no more than this, whatever a hostile link says. */
const longestText = 200_000;

export const isPacked = (key: string): boolean => key.startsWith(prefix);

/** Packs a small table into a link-safe text; null when it would be too long for a link. */
export function pack({ text, choices }: GivenTable): string | null {
  if (text.length > longestText) return null;
  const bytes = deflateSync(strToU8(JSON.stringify([text, choices])), { level: 9 });
  const base64 = btoa(strFromU8(bytes, true));
  const key = prefix + base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return key.length <= longestKey ? key : null;
}

/** Unpacks what `pack` made. Throws a ValueError when the link was cut or altered. */
export function unpack(key: string): GivenTable {
  try {
    const base64 = key.slice(prefix.length).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = inflateSync(strToU8(atob(base64), true), {
      out: new Uint8Array(4 * longestText),
    });
    const [text, choices] = JSON.parse(strFromU8(bytes)) as [unknown, Partial<TableChoices>];
    if (typeof text !== "string") throw new TypeError("no text");
    return { text, choices: { ...defaultTableChoices, ...choices } };
  } catch {
    throw new EngineError(
      "own-packed",
      "ValueError",
      "The table inside this link cannot be read: the link was cut or altered. Give the table again.",
    );
  }
}
