/** A message of the engine that is part of a result. */
export interface RefusalMessage {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
}
