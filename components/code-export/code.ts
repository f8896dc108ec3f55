import type { CodeSubject } from "./subject";

/** What a reader must know besides the text: what cannot be said in it, or means something else there. */
export interface CodeNote {
  /** The documented arguments it is about; none where it is about the whole. */
  readonly about: readonly string[];
  readonly text: string;
}

/** A file that a text reads. */
export interface DataFile {
  readonly name: string;
  readonly content: string;
}

/** A configuration in the words of one framework. */
export interface Code {
  readonly text: string;
  readonly notes: readonly CodeNote[];
  /** Numbers too many to stand in the text. */
  readonly data?: DataFile;
}

export interface Framework {
  readonly id: string;
  readonly label: string;
  readonly fileName: string;
  /** The text of a configuration. A pure function: equal subjects give equal texts. */
  readonly write: (subject: CodeSubject) => Code;
}

export const note = (about: string | readonly string[] | null, text: string): CodeNote => ({
  about: about === null ? [] : typeof about === "string" ? [about] : about,
  text,
});

/** The notes that there are. */
export const notesOf = (...notes: readonly (CodeNote | null | false)[]): readonly CodeNote[] =>
  notes.filter((one): one is CodeNote => one !== null && one !== false);
