/** Something TensorFlow logs, or would do well to: the call succeeded, but not in every respect. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

export type WarningListener = (warning: Warning) => void;

// The engine is typed without the DOM and without Node; both have a console.
declare const console: { warn(message: string): void };

export const warnOnConsole: WarningListener = ({ message }) => {
  console.warn(message);
};
