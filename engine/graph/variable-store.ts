import type { Reuse } from "../base-layer/deferred";
import type { Variable, VariableRequest } from "../base-layer/variable";
import { EngineError } from "../errors";
import { showValue } from "../spec/show-value";
import { isSameShape, showShape } from "../tensor/shape";

/** The variables of a graph's scopes, by their whole names. */
export class VariableStore {
  readonly #variables = new Map<string, Variable>();

  keep(variable: Variable): void {
    this.#variables.set(variable.name, variable);
  }

  /**
   * The variable of this name; null where it is to be made. Throws a ValueError for one that exists and is not to be
   * reused, one that is to be reused and does not exist, and one of another shape or dtype.
   */
  find(name: string, { shape, dtype }: VariableRequest, reuse: Reuse): Variable | null {
    const found = this.#variables.get(name) ?? null;
    const refuse = (code: string, rule: string, received: string): never => {
      throw new EngineError(code, "ValueError", `${rule}. Received: ${received}`);
    };
    const asked = `name=${showValue(name)}, reuse=${showValue(reuse)}`;
    if (found === null) {
      if (reuse !== true) return null;
      return refuse(
        "variable-missing",
        `name must be that of a variable to reuse: variable ${name} does not exist`,
        asked,
      );
    }
    if (reuse === false) {
      refuse(
        "variable-exists",
        `name must be new in its scope, or reuse must be true or "auto": variable ${name} already exists`,
        asked,
      );
    }
    if (!isSameShape(found.shape, shape)) {
      refuse(
        "variable-shape",
        `shape must be that of the variable ${name} to share, ${showShape(found.shape)}`,
        `shape=${showShape(shape)}`,
      );
    }
    if (found.dtype !== dtype) {
      refuse(
        "variable-dtype",
        `dtype must be that of the variable ${name} to share, ${found.dtype}`,
        `dtype=${dtype}`,
      );
    }
    return found;
  }
}
