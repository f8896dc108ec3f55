import type { FigureModel, Stage } from "./figure-model";

/** What γ multiplies: the last stage before the output. */
const lastSymbol = ({ selected: { adjustment, renorm } }: FigureModel): string =>
  adjustment === null ? (renorm === null ? "x̂" : "u") : "w";

const formulas: Readonly<Record<Stage, (model: FigureModel) => string>> = {
  inputs: () => "the inputs x",
  mean: ({ usesBatch }) => (usesBatch ? "the mean μ of each column" : "the moving mean μ"),
  variance: ({ usesBatch }) =>
    usesBatch ? "the variance v of each column" : "the moving variance v",
  normalized: () => "x̂ = (x − μ) / √(v + ε)",
  renorm: () => "u = x̂ · r + d",
  adjustment: ({ selected: { renorm } }) => `w = ${renorm === null ? "x̂" : "u"} · a + b`,
  output: (model) => `y = γ · ${lastSymbol(model)} + β`,
};

/** Which stage of which step is shown, and what it does. */
export const titleOf = (model: FigureModel): string => {
  const { step, stage, stages } = model;
  return `Step ${step}, stage ${stages.indexOf(stage) + 1} of ${stages.length}: ${formulas[stage.id](model)}`;
};
