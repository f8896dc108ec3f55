import type { Framework } from "./code";
import { flax } from "./flax";
import { keras3 } from "./keras3";
import { numpy } from "./numpy";
import { pytorch } from "./pytorch";
import { tensorflow1 } from "./tensorflow1";
import { tfKeras } from "./tf-keras";

/** Every framework that a configuration is written for, the one that reproduces the numbers first. */
export const frameworks: readonly Framework[] = [
  numpy,
  tfKeras,
  keras3,
  tensorflow1,
  pytorch,
  flax,
];
