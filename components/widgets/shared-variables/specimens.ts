import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "automatic-names",
    query: "",
    lesson:
      "Two branches of a siamese network, and no names: each call makes four variables of its own, and what the first learns the second never sees.",
    screenshot: true,
  },
  {
    name: "same-name-refused",
    query: "first_name=bn&name=bn",
    lesson:
      "The same name does not share: the second call would make variables that are there already, and is refused.",
    screenshot: true,
  },
  {
    name: "shared-on-purpose",
    query: "first_name=bn&name=bn&reuse=true",
    lesson:
      "With reuse the second call finds the variables of the first: four in all, and the second branch learns what the first is taught.",
    screenshot: true,
  },
  {
    name: "moved-by-both",
    query: "first_name=bn&updates_of=both&name=bn&reuse=true",
    lesson:
      "Shared statistics are moved by the updates of both calls: twice in each step, and so with half the memory.",
    screenshot: true,
  },
  {
    name: "nothing-to-reuse",
    query: "first_name=bn&name=bn_2&reuse=true",
    lesson:
      "A reuse of true makes nothing: a name that no earlier call has used is refused, and a misspelled one is found out.",
    screenshot: true,
  },
  {
    name: "auto-finds",
    query: "first_name=bn&name=bn&reuse=auto",
    lesson: "AUTO_REUSE uses the variables that are there, as true does.",
    screenshot: false,
  },
  {
    name: "auto-hides-a-typo",
    query: "first_name=bn&name=bn_2&reuse=auto",
    lesson:
      "AUTO_REUSE makes what it does not find: a misspelled name is not refused, and nothing is shared.",
    screenshot: false,
  },
  {
    name: "scope-reuses",
    query: "scope=siamese&scope_reuse=true",
    lesson:
      "A variable scope that is entered again with reuse shares all that is inside, without a name for any layer.",
    screenshot: true,
  },
  {
    name: "scope-forgot-reuse",
    query: "scope=siamese",
    lesson:
      "A scope that is entered again begins to count its layers anew: without reuse the second call meets the names of the first, and is refused.",
    screenshot: false,
  },
];
