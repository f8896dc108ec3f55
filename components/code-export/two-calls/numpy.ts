import type { Code } from "../code";
import { arrayText, inputsText, numberText } from "../numpy/arrays";
import { dataFileOf, loadText } from "../numpy/data-file";
import { callText, comment, definition, lines, program } from "../python/layout";
import { pythonNumber, pythonValue } from "../python/literals";
import type { CodeSubject } from "../subject";
import { numpyNotes } from "./notes";
import type { CodeTwoCalls, TwoCallsNumbers } from "./subject";

const write = numberText("float32");

/** Both calls on their first batches, with the variables that the step left. */
export function numpyTwoCalls(
  { config, shape }: CodeSubject,
  calls: CodeTwoCalls,
  numbers: TwoCallsNumbers,
  docstring: string,
): Pick<Code, "text" | "notes" | "data"> {
  const { batches, scopes, variables } = numbers;
  const inputs = batches.flatMap((batch) => Array.from(batch));
  const data = dataFileOf(inputs, calls.channels, write);
  return {
    text: program(
      docstring,
      "import numpy as np",
      lines("dtype = np.float32", `epsilon = dtype(${pythonNumber(config.epsilon)})`),
      lines(
        "# The first batch of each call.",
        ...(data === null
          ? batches.map(
              (batch, i) =>
                `x${i + 1} = ${inputsText(batch, shape, { dtype: "np.float32", write })}`,
            )
          : [`x1, x2 = np.split(${loadText(data, "np.float32")}, 2)`]),
      ),
      lines(
        `# The graph's variables after step ${calls.step}, by their names.`,
        "variables = {",
        ...Object.entries(variables).map(([name, values]) => variableLine(name, values)),
        "}",
      ),
      definition(helpers(calls.channels)),
      outputs(scopes),
      printed,
    ),
    notes: numpyNotes(calls, data?.name ?? null),
    ...(data !== null && { data }),
  };
}

const variableLine = (name: string, values: ArrayLike<number>): string => {
  const text = arrayText(values, [values.length], { dtype: "dtype", write });
  return `    ${pythonValue(name)}: ${text.replaceAll("\n", "\n    ")},`;
};

const helpers = (channels: number): string => `def normalize(x, mean, variance, scope):
    """One scale and one offset for each channel, by the gamma and beta of the scope."""
    k = dtype(1) / np.sqrt(variance + epsilon) * variables[scope + "/gamma"]
    return x * k + (variables[scope + "/beta"] - mean * k)


def in_training(x, scope):
    """The batch's own mean and biased variance."""
${momentLines(channels)}
    return normalize(x, mean, variance, scope)


def in_inference(x, scope):
    """The moving statistics of the scope."""
    mean = variables[scope + "/moving_mean"]
    return normalize(x, mean, variables[scope + "/moving_variance"], scope)`;

const momentLines = (channels: number): string =>
  channels > 1
    ? lines("    mean = x.mean(axis=0)", "    variance = np.square(x - mean).mean(axis=0)")
    : lines(
        "    # NumPy would add a single column in pairs; the layer adds one number after the other.",
        "    mean = np.cumsum(x, axis=0)[-1] / dtype(len(x))",
        "    variance = np.cumsum(np.square(x - mean), axis=0)[-1] / dtype(len(x))",
      );

function outputs([first, second]: TwoCallsNumbers["scopes"]): string {
  const said =
    first === second
      ? `Both calls use the variables in "${first}": what the first learns, the second uses.`
      : `The first call uses the variables in "${first}", the second those in "${second}".`;
  const of = (call: string, x: string, scope: string): readonly string[] =>
    ["training", "inference"].map(
      (mode) => `${call}_${mode}_output = in_${mode}(${x}, ${pythonValue(scope)})`,
    );
  return lines(comment(said), ...of("first", "x1", first), ...of("second", "x2", second));
}

const outputNames = ["first", "second"].flatMap((call) => [
  `${call}_training_output`,
  `${call}_inference_output`,
]);

const printed = lines(
  "# The tables show the first example of each batch.",
  "np.set_printoptions(precision=9, linewidth=100, threshold=100_000)",
  `${callText(
    "for name, value in dict",
    outputNames.map((name) => [name, name] as const),
  )}.items():`,
  '    print(name, value[0], sep="\\n")',
);
