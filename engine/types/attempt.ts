/** A result, or the message with which the layer refused. */
export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };
