import { EngineError } from "../errors";
import type { Shape } from "../tensor/shape";

const show = (shape: Shape): string => `[${shape.join(", ")}]`;

/** The ValueError for an object that cannot serve a weight of this shape; `rule` follows "gamma_… must be". */
export const shapeRefusal = (argument: string, rule: string, shape: Shape): EngineError =>
  new EngineError(
    "argument",
    "ValueError",
    `${argument} must be ${rule}. Received: shape=${show(shape)}`,
    { argument },
  );

/** The ValueError for a function of the user that returned something else than asked; `rule` as above. */
export const resultRefusal = (argument: string, rule: string, received: string): EngineError =>
  new EngineError("argument", "ValueError", `${argument} must be ${rule}. Received: ${received}`, {
    argument,
  });
