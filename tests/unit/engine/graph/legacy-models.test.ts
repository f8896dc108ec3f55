import { describe } from "vitest";
import { checkpointsSuite } from "../tensorflow/suites/checkpoints";
import { halfPrecisionSuite } from "../tensorflow/suites/half-precision";
import { halfProfiles, v1Profiles } from "../tensorflow/support/profiles";
import { deferredModelIn } from "./support/deferred-model";

describe.each(v1Profiles)("%s", (profile) => {
  checkpointsSuite(deferredModelIn(profile));
});

describe.each(halfProfiles)("%s", (profile) => {
  halfPrecisionSuite(deferredModelIn(profile));
});
