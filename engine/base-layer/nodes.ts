import { EngineError } from "../errors";
import type { ErrorKind } from "../errors";
import { refusal } from "../spec/show-value";
import type { PartialShape } from "../tensor/shape";
import type { InboundNode } from "./deferred";

/** What a node can be asked for. */
export type NodeSide = "inputs" | "outputs";

/** One value, or a list where the layer has several on that side. */
export type OneOrMany<T> = T | readonly T[];

export const oneOrMany = <T>(items: readonly T[]): OneOrMany<T> =>
  items.length === 1 ? items[0]! : items;

export const listOf = <T>(items: OneOrMany<T>): readonly T[] =>
  Array.isArray(items) ? (items as readonly T[]) : [items as T];

const refuse = (kind: ErrorKind, message: string): never => {
  throw new EngineError("layer-nodes", kind, message);
};

const nodeRule = (count: number): string =>
  `an integer from ${-count} to ${count - 1}: the layer has ${count} ${count === 1 ? "node" : "nodes"}`;

/** The calls of a layer, in their order. */
export class InboundNodes {
  readonly #nodes: InboundNode[];

  constructor(nodes: readonly InboundNode[] = []) {
    this.#nodes = [...nodes];
  }

  get all(): readonly InboundNode[] {
    return this.#nodes;
  }

  add(node: InboundNode): void {
    this.#nodes.push(node);
  }

  /**
   * The call of this number; negative ones count from the last. Throws a RuntimeError where the layer was never
   * called, a ValueError for a call that there is not.
   */
  at(index: number, member: string): InboundNode {
    const count = this.#nodes.length;
    if (count === 0) {
      refuse(
        "RuntimeError",
        `${member} must be asked of a layer that was called. Received: nodes=0`,
      );
    }
    if (!Number.isInteger(index) || index >= count || index < -count) {
      refuse("ValueError", refusal("node_index", nodeRule(count), index));
    }
    return this.#nodes.at(index)!;
  }

  /**
   * The only call. Throws an AttributeError where there was none, and where there were several unless the first is to
   * stand for them all.
   */
  only(member: string, several: "refused" | "first"): InboundNode {
    const count = this.#nodes.length;
    const isDecided = count === 1 || (count > 1 && several === "first");
    if (!isDecided) {
      refuse(
        "AttributeError",
        `${member} must be asked of a layer with one inbound node. Received: nodes=${count}`,
      );
    }
    return this.#nodes[0]!;
  }

  /** The shapes that all calls agree on. Throws an AttributeError where there was none, or where they differ. */
  commonShape(side: NodeSide, member: string): OneOrMany<PartialShape | null> {
    const shapes = this.#nodes.map((node) => node[side].map(({ shape }) => shape));
    const texts = [...new Set(shapes.map((each) => JSON.stringify(each)))];
    if (texts.length !== 1) {
      refuse(
        "AttributeError",
        `${member} must be asked of a layer whose calls have one shape in common. Received: ${
          texts.length === 0 ? "nodes=0" : `shapes=${texts.join(" and ")}`
        }`,
      );
    }
    return oneOrMany(shapes[0]!);
  }
}
