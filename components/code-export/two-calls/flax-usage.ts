import { callText, lines } from "../python/layout";

/** Two calls in Flax, whose modules hold nothing: calls share what variables they are given. */
export function flaxUsage(modules: readonly [string, string]): string {
  const isOne = modules[0] === modules[1];
  const calls = modules.map((module, i) => ({
    module,
    x: `x${i + 1}`,
    y: `y${i + 1}`,
    variables: isOne ? "variables" : `variables${i + 1}`,
  }));
  return lines(
    ...calls
      .slice(0, isOne ? 1 : 2)
      .map(
        ({ module, x, variables }) =>
          `${variables} = ${module}.init(jax.random.key(2), ${x}, use_running_average=False)`,
      ),
    "",
    "# Training: the batch's own statistics, which the running ones follow.",
    ...calls.flatMap(({ module, x, y, variables }) => [
      callText(`${y}, moved = ${module}.apply`, [
        [null, variables],
        [null, x],
        ["use_running_average", "False"],
        ["mutable", '["batch_stats"]'],
      ]),
      `${variables} = {**${variables}, **moved}`,
    ]),
    "# Inference: the running statistics.",
    ...calls.map(
      ({ module, x, y, variables }) =>
        `${y} = ${module}.apply(${variables}, ${x}, use_running_average=True)`,
    ),
  );
}
