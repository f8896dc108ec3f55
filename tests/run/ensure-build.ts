import { existsSync } from "node:fs";
import { stream } from "./command";

// Tests of one kind run against the site that is there; `npm test` builds a new one.
if (!existsSync("out/index.html")) {
  process.exitCode = (await stream("npm run --silent build")).exitCode;
}
