/** A file that a generator writes. */
export interface GeneratedFile {
  /** Relative to `content/`, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

export type Generator = () => readonly GeneratedFile[];
