import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "scaled-and-shifted",
    query: "",
    lesson:
      "Normalization takes mean and deviation out, and γ = 2 and β = 1 put others in; the shape stays.",
    screenshot: true,
  },
  {
    name: "only-normalized",
    query: "center=false&scale=false",
    lesson: "Without center and scale the normalized values are the outputs.",
    screenshot: true,
  },
  {
    name: "huge-epsilon",
    query: "epsilon=10",
    lesson:
      "An epsilon far above the variance decides the division: the outputs are squeezed towards β.",
    screenshot: true,
  },
  {
    name: "tiny-variance",
    query: "data=gaussian&means=0.5&deviations=0.01",
    lesson:
      "A channel that varies less than √epsilon is not brought to deviation 1: the default epsilon is meant for activations, not for any scale.",
    screenshot: true,
  },
  {
    name: "heavy-tail",
    query: "data=heavy-tail",
    lesson:
      "Normalization moves and scales; it does not make values Gaussian, and outliers stay outliers.",
    screenshot: true,
  },
  {
    name: "constant-channel",
    query: "data=constant",
    lesson: "A channel that does not vary comes out as β, whatever it was.",
    screenshot: false,
  },
];
