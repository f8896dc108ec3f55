import fc from "fast-check";
import { optionsOf, takesLists, withConfig, written } from "@/components/controls/listed-object";
import type { ObjectKind } from "@/components/controls/listed-object";
import type { ArgSpec, Bounds } from "@/engine/spec/arg-spec";
import { catalogues } from "@/engine/spec/catalogues";
import type { ListedClass, ListedParameter, WrittenObject } from "@/engine/spec/catalogues";
import { sortedEdits } from "@/engine/spec/cell-edit";
import { experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArg, ExperimentArgName } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/constant";

/** Adding 0 turns -0, which no link can write, into 0. */
const realWithin = ({ min, max }: Bounds): fc.Arbitrary<number> =>
  fc
    .oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max))
    .map((value) => value + 0);

const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => Number.isFinite(value))
  .map((value) => value + 0);

/** Any value a parameter accepts, except those of its type that a field cannot hold. */
function parameterValue(parameter: ListedParameter): fc.Arbitrary<unknown> {
  const options = optionsOf(parameter);
  if (options !== null) return fc.constantFrom(...options);
  const values: fc.Arbitrary<unknown>[] = [fc.constant(parameter.default), finite, fc.integer()];
  if (takesLists(parameter)) values.push(fc.array(fc.integer(), { minLength: 2, maxLength: 4 }));
  return fc.oneof(...values).filter((value) => value !== undefined && parameter.accepts(value));
}

/** Any class of a catalogue with any parameters, in the form that controls and links give it. */
const objectOf = (kind: ObjectKind): fc.Arbitrary<WrittenObject> =>
  fc
    .constantFrom<ListedClass>(...catalogues[kind])
    .chain((listed) =>
      fc
        .record(
          Object.fromEntries(
            Object.entries(listed.parameters).map(([name, parameter]) => [
              name,
              parameterValue(parameter),
            ]),
          ),
        )
        .map((config) => written(withConfig(listed, config))),
    );

const spread = fc
  .double({ min: 0, noNaN: true, noDefaultInfinity: true })
  .map((value) => value + 0);

/** Any bound over the steps: points in the order of their steps. */
const someSchedule = fc
  .uniqueArray(fc.tuple(finite, finite), { minLength: 1, maxLength: 4, selector: ([step]) => step })
  .map((points) => points.toSorted(([a], [b]) => a - b));

const someBound = fc.option(fc.oneof(finite, someSchedule));

/** Any bounds of which there is one at least, in the order of links. */
const someBounds = fc
  .record({ rmin: someBound, rmax: someBound, dmax: someBound })
  .map((bounds) => Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== null)))
  .filter((bounds) => Object.keys(bounds).length > 0);

/** Any edits, in the order of links. */
const someEdits = fc
  .uniqueArray(
    fc.record({
      step: fc.integer({ min: 1, max: 1000 }),
      example: fc.nat(4095),
      channel: fc.nat(255),
      value: finite,
    }),
    { maxLength: 5, selector: ({ step, example, channel }) => `${step}.${example}.${channel}` },
  )
  .map(sortedEdits);

type Values = {
  readonly [K in ExperimentArg["kind"]]: (
    spec: Extract<ArgSpec, { readonly kind: K }>,
  ) => fc.Arbitrary<unknown>;
};

const values: Values = {
  boolean: () => fc.boolean(),
  tristate: () => fc.option(fc.boolean()),
  real: ({ bounds }) => realWithin(bounds),
  integer: ({ bounds }) => fc.integer(bounds),
  count: ({ bounds }) => fc.option(fc.integer(bounds)),
  numbers: ({ bounds, minLength = 1, maxLength, isWhole = false }) =>
    fc.array(isWhole ? fc.integer(bounds) : realWithin(bounds), { minLength, maxLength }),
  axis: () => fc.oneof(fc.integer(), fc.array(fc.integer(), { minLength: 2, maxLength: 4 })),
  choice: ({ options }) => fc.constantFrom(...options.map((option) => option.value)),
  reuse: () => fc.constantFrom(null, true, false, "auto"),
  text: () => fc.option(fc.string({ unit: "grapheme" })),
  initializer: () => fc.oneof(finite.map(constant), fc.option(objectOf("initializer"))),
  regularizer: () => fc.option(objectOf("regularizer")),
  constraint: () => fc.option(objectOf("constraint")),
  clipping: () => fc.option(someBounds),
  edits: () => someEdits,
  adjustment: () =>
    fc.option(
      fc.record(
        { scale: spread, bias: spread, per: fc.constant("example") },
        { requiredKeys: ["scale", "bias"] },
      ),
    ),
};

/** Any value the spec accepts on this site. */
const valueOf = (spec: ExperimentArg): fc.Arbitrary<unknown> => values[spec.kind](spec as never);

const sometimesDefault = (spec: ExperimentArg): fc.Arbitrary<unknown> =>
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
