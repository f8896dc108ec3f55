import { describe } from "vitest";
import { halfPrecisionSuite } from "./suites/half-precision";
import { eagerModelIn } from "./support/convolution-model";
import { halfProfiles } from "./support/profiles";

describe.each(halfProfiles)("%s", (profile) => {
  halfPrecisionSuite(eagerModelIn(profile));
});
