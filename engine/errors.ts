/** The exception classes TensorFlow's documents name; an engine error states which of them it stands for. */
export type ErrorKind = "ValueError" | "TypeError" | "RuntimeError" | "AttributeError";

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Reports input the engine refuses, with a stable `code` for programs, the documented exception `kind`, and a
 * `message` of the form `<argument> must be <rule>. Received: <argument>=<value>` for people.
 */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: string;
  readonly kind: ErrorKind;
  readonly details: ErrorDetails;

  constructor(code: string, kind: ErrorKind, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}
