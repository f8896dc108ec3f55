import { describe } from "vitest";
import { ghostBatchesSuite } from "./suites/ghost-batches";
import { eagerIn } from "./support/called-layer";
import { v1Profiles } from "./support/profiles";

describe.each(v1Profiles)("%s", (profile) => {
  ghostBatchesSuite(eagerIn(profile));
});
