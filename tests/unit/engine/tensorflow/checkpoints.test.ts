import { describe } from "vitest";
import { checkpointsSuite } from "./suites/checkpoints";
import { eagerModelIn } from "./support/convolution-model";
import { v1Profiles } from "./support/profiles";

describe.each(v1Profiles)("%s", (profile) => {
  checkpointsSuite(eagerModelIn(profile));
});
