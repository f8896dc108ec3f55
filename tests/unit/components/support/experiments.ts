import fc from "fast-check";
import type { ArgSpec, Bounds } from "@/engine/spec/arg-spec";
import { experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/initializer";

/** Adding 0 turns -0, which no link can write, into 0. */
const realWithin = ({ min, max }: Bounds): fc.Arbitrary<number> =>
  fc
    .oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max))
    .map((value) => value + 0);

const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => Number.isFinite(value))
  .map((value) => value + 0);

/** Any value the spec accepts on this site. */
function valueOf(spec: ArgSpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case "boolean":
      return fc.boolean();
    case "real":
      return realWithin(spec.bounds);
    case "integer":
      return fc.integer(spec.bounds);
    case "numbers":
      return fc.array(realWithin(spec.bounds), { minLength: 1, maxLength: spec.maxLength });
    case "choice":
      return fc.constantFrom(...spec.options.map((option) => option.value));
    case "initializer":
      return fc.oneof(fc.constantFrom("zeros", "ones"), finite.map(constant));
    case "text":
      return fc.oneof(fc.constant(null), fc.string({ unit: "grapheme" }));
    case "axis":
    case "training":
    case "tensor":
      throw new TypeError(`An experiment holds no argument of the kind ${spec.kind}.`);
  }
}

const sometimesDefault = (spec: ArgSpec): fc.Arbitrary<unknown> =>
  fc.oneof(fc.constant(spec.default), valueOf(spec));

/** Any experiment: every argument is its default or any value within its bounds; step is at most steps. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc
  .record(Object.fromEntries(experimentArgs.map((spec) => [spec.name, sometimesDefault(spec)])))
  .map((values) => values as unknown as Experiment)
  .map((experiment) => ({ ...experiment, step: Math.min(experiment.step, experiment.steps) }));

/** One argument and a value for it. */
export const anyPatch: fc.Arbitrary<{ readonly name: ExperimentArgName; readonly value: unknown }> =
  fc
    .constantFrom(...experimentArgs)
    .chain((spec) => sometimesDefault(spec).map((value) => ({ name: spec.name, value })));
