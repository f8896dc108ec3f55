import { existsSync } from "node:fs";
import { stream } from "../run/command";

// What the kernels are measured against is not among the site's dependencies.
if (!existsSync("tests/bench/node_modules")) {
  process.exitCode = (await stream("npm ci --no-audit --no-fund --prefix tests/bench")).exitCode;
}
