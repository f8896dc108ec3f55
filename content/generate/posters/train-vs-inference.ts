import { widgets } from "../../../components/widgets/registry";
import { companiesOf } from "../../../engine/training/company";
import { runPoster } from "./run-poster";

/** The run at the figure's start, with its example in every company. */
export const trainVsInference = (): unknown =>
  runPoster(widgets["train-vs-inference"], 1, (run, { step, example, outlier, padding }) => ({
    company: companiesOf(run, { step, example, outlier, padding }),
  }));
