import { describe } from "vitest";
import { ghostBatchesSuite } from "../tensorflow/suites/ghost-batches";
import { v1Profiles } from "../tensorflow/support/profiles";
import { deferredIn } from "./support/deferred-layer";

describe.each(v1Profiles)("%s", (profile) => {
  ghostBatchesSuite(deferredIn(profile));
});
