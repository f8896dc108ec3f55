import { choiceArg } from "../arg-spec";

/** How the rows of a table follow each other; sorted ones are what a data set looks like that nobody shuffled. */
export const order = choiceArg({
  name: "order",
  where: "run",
  group: "data",
  summary:
    "How the rows of a table follow each other: shuffled in every epoch, or sorted by their labels (by the first channel where there are none), so that a batch holds one kind of example.",
  type: "choice",
  rule: "shuffled or sorted",
  default: "shuffled",
  options: [
    { value: "shuffled", label: "shuffled in every epoch" },
    { value: "sorted", label: "sorted: one kind after another" },
  ],
  activeWhen: { argument: "data", is: ["wine", "digits", "penguins", "own"] },
  related: [],
  valid: ["shuffled", "sorted"],
  invalid: [
    { value: "reverse", message: 'order must be shuffled or sorted. Received: order="reverse"' },
  ],
});
