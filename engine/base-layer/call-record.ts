import { GraphKeys } from "./deferred";
import { requireGraph, requireOperations, requireSymbolic } from "./symbolic";
import type { InboundNode, Operation, SymbolicTensor } from "./deferred";
import { ByInputs } from "./by-inputs";
import type { Dependencies } from "./by-inputs";
import { InboundNodes, listOf, oneOrMany } from "./nodes";
import type { OneOrMany } from "./nodes";
import { deferredWeightPenalty, weightPenalty } from "./penalties";
import type { PartialShape } from "../tensor/shape";
import type { MadeVariable, Variable } from "./variable";
import { VariableOwner } from "./variable-owner";

/** A regularization loss: a number of an eager layer, a tensor to be run of a layer in a graph. */
export type Loss = number | SymbolicTensor;

const masksOf = (tensors: readonly SymbolicTensor[]): OneOrMany<SymbolicTensor | null> =>
  oneOrMany(tensors.map(({ mask }) => mask));

const shapesOf = (tensors: readonly SymbolicTensor[]): OneOrMany<PartialShape | null> =>
  oneOrMany(tensors.map(({ shape }) => shape));

/** What is left of a layer's calls in a graph: a node for each, and the updates and losses they gave rise to. */
export abstract class CallRecord extends VariableOwner {
  /** What the activity regularizer makes of the outputs of an eager layer's last call. */
  protected activityLoss: number | null = null;
  #updates = new ByInputs<Operation>();
  #losses = new ByInputs<SymbolicTensor>();
  #nodes = new InboundNodes();
  #outbound: readonly InboundNode[] = [];

  get inboundNodes(): readonly InboundNode[] {
    return [...this.#nodes.all];
  }

  /** The calls of other layers on the outputs of this one. */
  get outboundNodes(): readonly InboundNode[] {
    return this.#outbound;
  }

  /** The tensors of the layer's only call. Throws a RuntimeError for an eager layer, an AttributeError for other nodes. */
  get input(): OneOrMany<SymbolicTensor> {
    return oneOrMany(this.#onlyNode("input").inputs);
  }

  get output(): OneOrMany<SymbolicTensor> {
    return oneOrMany(this.#onlyNode("output").outputs);
  }

  /** The mask of each tensor in `input`, null where it has none. */
  get inputMask(): OneOrMany<SymbolicTensor | null> {
    return masksOf(this.#onlyNode("inputMask").inputs);
  }

  get outputMask(): OneOrMany<SymbolicTensor | null> {
    return masksOf(this.#onlyNode("outputMask").outputs);
  }

  /** The shape that the inputs of all calls have. Throws an AttributeError where there was none, or where they differ. */
  get inputShape(): OneOrMany<PartialShape | null> {
    this.graphFor("inputShape");
    return this.#nodes.commonShape("inputs", "inputShape");
  }

  get outputShape(): OneOrMany<PartialShape | null> {
    this.graphFor("outputShape");
    return this.#nodes.commonShape("outputs", "outputShape");
  }

  /**
   * The tensors of one call; the first is 0. Throws a RuntimeError for an eager layer and for one that was never
   * called, a ValueError for a call that there is not.
   */
  getInputAt(nodeIndex: number): OneOrMany<SymbolicTensor> {
    return oneOrMany(this.#nodeAt(nodeIndex, "getInputAt").inputs);
  }

  getOutputAt(nodeIndex: number): OneOrMany<SymbolicTensor> {
    return oneOrMany(this.#nodeAt(nodeIndex, "getOutputAt").outputs);
  }

  getInputMaskAt(nodeIndex: number): OneOrMany<SymbolicTensor | null> {
    return masksOf(this.#nodeAt(nodeIndex, "getInputMaskAt").inputs);
  }

  getOutputMaskAt(nodeIndex: number): OneOrMany<SymbolicTensor | null> {
    return masksOf(this.#nodeAt(nodeIndex, "getOutputMaskAt").outputs);
  }

  getInputShapeAt(nodeIndex: number): OneOrMany<PartialShape | null> {
    return shapesOf(this.#nodeAt(nodeIndex, "getInputShapeAt").inputs);
  }

  getOutputShapeAt(nodeIndex: number): OneOrMany<PartialShape | null> {
    return shapesOf(this.#nodeAt(nodeIndex, "getOutputShapeAt").outputs);
  }

  /** What moves the layer's statistics, to be run; none while the layer is not trainable, except in 1.4. */
  get updates(): readonly Operation[] {
    this.graphFor("updates");
    return this.trainable || this.switches.frozenStillUpdates ? this.#updates.all : [];
  }

  /**
   * Adds operations to `updates`, under the inputs that they depend on. An eager layer ignores them: it has moved its
   * statistics when a call returns.
   */
  addUpdate(updates: OneOrMany<Operation>, inputs: Dependencies = null): void {
    if (this.isEager) return;
    const added = listOf(updates);
    requireOperations(this.graph, added);
    this.#updates.add(added, inputs);
  }

  /** The updates that depend on exactly these inputs, in this order; null for those that depend on none. */
  getUpdatesFor(inputs: Dependencies): readonly Operation[] {
    this.graphFor("getUpdatesFor");
    return this.#updates.for(inputs);
  }

  /** Regularization losses: of the weights in their order, and of the outputs. Numbers where the layer is eager. */
  get losses(): readonly Loss[] {
    if (!this.isEager) return this.#losses.all;
    const regularized = this.weights.filter(({ regularizer }) => regularizer !== null);
    return [
      ...regularized.map((variable) => weightPenalty(variable, variable.data)),
      ...(this.activityLoss === null ? [] : [this.activityLoss]),
    ];
  }

  /** Adds tensors to `losses`, under the inputs that they depend on. Throws a RuntimeError for an eager layer. */
  addLoss(losses: OneOrMany<SymbolicTensor>, inputs: Dependencies = null): void {
    const graph = this.graphFor("addLoss");
    const added = listOf(losses);
    requireSymbolic("losses", added);
    requireGraph(graph, "losses", added);
    this.#losses.add(added, inputs);
    if (this.switches.fillsCollections) {
      graph.addToCollection(GraphKeys.REGULARIZATION_LOSSES, added);
    }
  }

  /** The losses that depend on exactly these inputs, in this order; null for those that depend on none. */
  getLossesFor(inputs: Dependencies): readonly SymbolicTensor[] {
    this.graphFor("getLossesFor");
    return this.#losses.for(inputs);
  }

  protected override ownVariables(made: readonly MadeVariable[]): void {
    super.ownVariables(made);
    if (this.isEager) return;
    const { graph } = this;
    graph.within(this.usedScope(), () => {
      // A variable that was found has its penalty from the layer that made it.
      const regularized = made.filter(({ variable, isNew }) => isNew && variable.regularizer);
      this.addLoss(regularized.map(({ variable }) => deferredWeightPenalty(graph, variable)));
    });
  }

  /** Records a call with the layers on both of its sides. */
  protected addNode(node: InboundNode): void {
    this.#nodes.add(node);
    for (const { history } of node.inputs) {
      const producer = history?.node.layer;
      if (producer instanceof CallRecord) producer.#outbound = [...producer.#outbound, node];
    }
  }

  protected override takeOver(other: this): ReadonlyMap<Variable, Variable> {
    this.activityLoss = other.activityLoss;
    this.#updates = new ByInputs(other.#updates);
    this.#losses = new ByInputs(other.#losses);
    this.#nodes = new InboundNodes(other.#nodes.all);
    this.#outbound = other.#outbound;
    return super.takeOver(other);
  }

  #onlyNode(member: string): InboundNode {
    this.graphFor(member);
    return this.#nodes.only(member, this.options.inputOfSeveralNodes ?? "refused");
  }

  #nodeAt(index: number, member: string): InboundNode {
    this.graphFor(member);
    return this.#nodes.at(index, member);
  }
}
