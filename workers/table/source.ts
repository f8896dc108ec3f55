import { detectDelimiter, type Delimiter } from "./delimiter";
import { checkSize } from "./limits";

/** A text and how it is split into rows and cells. */
export interface Source {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly lineBreak: "\n" | "\r";
}

/**
 * Returns the text with its delimiter and line break.
 *
 * @throws EngineError `table-too-large`.
 */
export function openSource(text: string): Source {
  checkSize(new TextEncoder().encode(text).byteLength);
  // Lines that end in CRLF are split at the LF and trimming removes the CR, so that a text which
  // mixes both endings still reads.
  const lineBreak = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  return { text, delimiter: detectDelimiter(text, lineBreak), lineBreak };
}
