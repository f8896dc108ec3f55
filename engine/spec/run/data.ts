import { choiceArg } from "../arg-spec";

/** The data a run draws its batches from: measured tables, seeded synthetic streams, or the reader's own. */
export const data = choiceArg({
  name: "data",
  where: "run",
  group: "data",
  summary: "Where the batches come from.",
  type: "choice",
  rule: "wine, digits, penguins, gaussian, drift, heavy-tail, constant or own",
  default: "wine",
  options: [
    { value: "wine", label: "Wine (178 × 13, measured)" },
    { value: "digits", label: "Digits (1,797 × 64, measured)" },
    { value: "penguins", label: "Penguins (342 × 4, measured)" },
    { value: "gaussian", label: "Gaussian channels" },
    { value: "drift", label: "Gaussian with a drifting mean" },
    { value: "heavy-tail", label: "Heavy tail (Student t)" },
    { value: "constant", label: "One constant channel" },
    { value: "own", label: "Your own table" },
  ],
  related: [],
  valid: ["wine", "constant"],
  invalid: [
    {
      value: "iris",
      message:
        'data must be wine, digits, penguins, gaussian, drift, heavy-tail, constant or own. Received: data="iris"',
    },
  ],
});
