import { switchesOf } from "@/engine/spec/profiles";
import type { Code, CodeNote, Framework } from "./code";
import { note, notesOf } from "./code";
import { freezingNotes } from "./freezing-notes";
import { initializerNames, isGiven, weightOf } from "./given";
import { lackNotes } from "./lack-notes";
import { lawOf } from "./laws";
import type { Law } from "./laws";
import { loopNotes } from "./loop-notes";
import { parameterNotes } from "./parameter-notes";
import { hasParameter, lossText, parameterNames, projectionText } from "./penalties";
import type { ArrayLanguage } from "./penalties";
import { callText, lines, program } from "./python/layout";
import type { WrittenArgument } from "./python/layout";
import { pythonNumber, pythonTuple, pythonValue } from "./python/literals";
import { maskText } from "./python/mask";
import { keptAxes, parameterShape } from "./shapes";
import { randomNotes, sharedNotes } from "./shared-notes";
import type { CodeSubject } from "./subject";
import { flaxUsage } from "./two-calls/flax-usage";
import { layersText, withText } from "./two-calls/layers";

const parameters = {
  gamma: 'variables["params"]["scale"]',
  beta: 'variables["params"]["bias"]',
} as const;

const language: ArrayLanguage = {
  parameter: parameters,
  absolute: (x) => `jnp.abs(${x})`,
  square: (x) => `jnp.square(${x})`,
};

/** The name of the argument that fills γ or β, and of the one that leaves it out. */
const arguments_ = {
  gamma: { init: "scale_init", use: "use_scale" },
  beta: { init: "bias_init", use: "use_bias" },
} as const;

function constructorArguments(subject: CodeSubject): readonly WrittenArgument[] {
  const { config } = subject;
  const axes = keptAxes(subject);
  const isDouble = config.dtype === "float64";
  return [
    ...(isGiven(config, "axis")
      ? [["axis", axes.length > 1 ? pythonTuple(axes) : String(axes[0] ?? -1)] as const]
      : []),
    ["momentum", pythonNumber(config.momentum)],
    ["epsilon", pythonNumber(config.epsilon)],
    ...parameterNames.flatMap((name) => parameterArguments(subject, name)),
    ...(isGiven(config, "dtype") ? [["dtype", `jnp.${config.dtype}`] as const] : []),
    ...(isDouble ? ([["param_dtype", "jnp.float64"]] as const) : []),
    ["use_fast_variance", "False"],
    ...(isDouble ? ([["force_float32_reductions", "False"]] as const) : []),
    ...(config.name === null ? [] : [["name", pythonValue(config.name)] as const]),
  ];
}

function parameterArguments(
  subject: CodeSubject,
  name: "gamma" | "beta",
): readonly WrittenArgument[] {
  const { config, profile } = subject;
  const { init, use } = arguments_[name];
  if (!hasParameter(config, name)) return [[use, "False"]];
  const argument = `${name}_initializer` as const;
  if (!isGiven(config, argument)) return [];
  const law = lawOf(config[argument], parameterShape(subject), profile);
  return law === null ? [] : [[init, initializerText(law)]];
}

function initializerText(law: Law): string {
  if (law.kind === "constant") return `nn.initializers.constant(${pythonNumber(law.value)})`;
  const made =
    law.kind === "list"
      ? `jnp.array(${pythonValue(law.values)}, dtype).reshape(shape)`
      : drawn(law, "key", "shape", "dtype");
  return `lambda key, shape, dtype: ${made}`;
}

const meanText = (mean: number): string => (mean === 0 ? "" : `${pythonNumber(mean)} + `);

/** Random numbers of a law. */
function drawn(
  law: Exclude<Law, { readonly kind: "constant" | "list" }>,
  key: string,
  ...rest: readonly string[]
): string {
  const given = rest.join(", ");
  switch (law.kind) {
    case "normal":
      return `${meanText(law.mean)}${pythonNumber(law.stddev)} * jax.random.normal(${key}, ${given})`;
    case "truncated":
      return `${meanText(law.mean)}${pythonNumber(law.stddev)} * jax.random.truncated_normal(${key}, -2, 2, ${given})`;
    case "uniform":
      return `jax.random.uniform(${key}, ${given}, minval=${pythonNumber(law.low)}, maxval=${pythonNumber(law.high)})`;
  }
}

const imports = lines("import jax", "import jax.numpy as jnp", "from flax import linen as nn");

const inputsText = ({ shape, config }: CodeSubject, seed = 0): string =>
  `jax.random.normal(jax.random.key(${seed}), ${pythonTuple(shape)}, jnp.${config.dtype})  # your batch here`;

const twoModules = (subject: CodeSubject): string | null =>
  layersText(subject.twoCalls, {
    imports,
    made: (variable, name) =>
      callText(
        `${variable} = nn.BatchNorm`,
        constructorArguments({ ...subject, config: { ...subject.config, name } }),
      ),
    inputs: (variable, seed) => `${variable} = ${inputsText(subject, seed)}`,
    usage: flaxUsage,
  });

const updates = {
  run: "Flax returns the moved statistics instead of changing any: putting them back into variables is what running the update operations is.",
  notRun:
    "Flax returns the moved statistics instead of changing any: a step that does not put them back into variables is the loop of the figure. The text does put them back.",
};

function write(subject: CodeSubject): Code {
  const { config, masked } = subject;
  return {
    text: program(
      lines(imports, config.dtype === "float64" && '\njax.config.update("jax_enable_x64", True)'),
      callText("bn = nn.BatchNorm", constructorArguments(subject)),
      lines(
        `x = ${inputsText(subject)}`,
        masked !== null && maskText(subject, (values) => `jnp.array(${values})[:, None]`),
        "variables = bn.init(jax.random.key(1), x, use_running_average=False)",
        ...movingValues(subject),
      ),
      usage(subject),
      lossText(config, language),
      projections(subject),
    ),
    notes: notesOf(
      ...sharedNotes(subject),
      ...randomNotes(subject),
      ...loopNotes(subject, updates),
      ...freezingNotes(subject, {
        always: "leave scale and bias out of the optimizer",
        inference: ", and call it with use_running_average=True",
        stay: ", and throw the moved statistics away",
      }),
      ...ownNotes(subject),
      ...parameterNotes(subject, "Flax"),
      ...lackNotes(subject, "Flax"),
    ),
  };
}

const statistics = { moving_mean: "mean", moving_variance: "var" } as const;

/** Flax starts the statistics at 0 and 1; other values are put in their place. */
function movingValues(subject: CodeSubject): readonly string[] {
  const { config, profile } = subject;
  return initializerNames.flatMap((name) => {
    const weight = weightOf(name);
    if (weight !== "moving_mean" && weight !== "moving_variance") return [];
    const law = lawOf(config[name], parameterShape(subject), profile);
    if (!isGiven(config, name) || law === null) return [];
    const place = `variables["batch_stats"]["${statistics[weight]}"]`;
    const like = `${place}.shape`;
    const value =
      law.kind === "constant"
        ? `jnp.full_like(${place}, ${pythonNumber(law.value)})`
        : law.kind === "list"
          ? `jnp.array(${pythonValue(law.values)})`
          : drawn(law, "jax.random.key(2)", like);
    return [`${place} = ${value}`];
  });
}

function usage(subject: CodeSubject): string {
  const { config, profile, masked } = subject;
  const { frozenMeansInference, frozenStillUpdates } = switchesOf(profile);
  const inference = [
    "# Inference: the running statistics.",
    "y = bn.apply(variables, x, use_running_average=True)",
  ];
  if (!config.trainable && frozenMeansInference) {
    return lines("# trainable=False: no gradient steps, and in training too:", ...inference);
  }
  const stays = !config.trainable && !frozenStillUpdates;
  const training = callText("y, moved = bn.apply", [
    [null, "variables"],
    [null, "x"],
    ["use_running_average", "False"],
    ...(masked === null ? [] : [["mask", "mask"] as const]),
    ["mutable", '["batch_stats"]'],
  ]);
  return lines(
    "# Training: the batch's own statistics, which the running ones follow.",
    training,
    stays
      ? "# trainable=False: moved is thrown away, and the running statistics stay."
      : "variables = {**variables, **moved}",
    ...inference,
  );
}

function projections(subject: CodeSubject): string | null {
  if (keptAxes(subject).length > 1) return null;
  const clip = (x: string, low: string, high: string | null): string =>
    high === null ? `jnp.maximum(${x}, ${low})` : `jnp.clip(${x}, ${low}, ${high})`;
  const made = parameterNames.flatMap((name) => {
    const statements = projectionText(subject.config, name, clip);
    if (statements === null) return [];
    return [`w = ${parameters[name]}`, ...statements, `${parameters[name]} = w`];
  });
  return made.length === 0 ? null : lines("# After each optimizer step:", ...made);
}

function ownNotes({ config, call, masked, profile }: CodeSubject): readonly CodeNote[] {
  return notesOf(
    note(
      "momentum",
      "Flax's momentum is the weight of the old value, as here, and its default is 0.99 too.",
    ),
    note("epsilon", `Flax's default is 1e-05; here it is ${pythonNumber(config.epsilon)}.`),
    note(
      null,
      "Flax computes the variance as E[x²] − E[x]² by default; use_fast_variance=False takes it in two passes, as TensorFlow and this page do. The text is for flax.linen; flax.nnx.BatchNorm has the same arguments but keeps its state itself.",
    ),
    call?.fused === true &&
      note(
        null,
        "The fused path shown here moves the moving variance towards the unbiased variance, m/(m − 1) of the biased one. Flax always takes the biased one.",
      ),
    masked !== null &&
      note(
        "mask",
        "Flax's mask has the inputs' rank, hence [:, None]; masked rows are normalized too.",
      ),
    !config.trainable &&
      note(
        "trainable",
        switchesOf(profile).frozenMeansInference
          ? "Flax has no trainable: use_running_average=True freezes the statistics, and the optimizer must leave scale and bias out (optax.masked, or jax.lax.stop_gradient)."
          : "Flax has no trainable: the optimizer must leave scale and bias out (optax.masked, or jax.lax.stop_gradient).",
      ),
    config.dtype === "float64" &&
      note("dtype", "JAX has float64 only once jax_enable_x64 is set, before anything else runs."),
  );
}

/** flax.linen.BatchNorm. */
export const flax: Framework = {
  id: "flax",
  label: "Flax (linen)",
  fileName: "batch-normalization-flax.py",
  write: (subject) => withText(write(subject), twoModules(subject)),
};
