import { describe } from "vitest";
import {
  adjustmentSuite,
  deviationRenormSuite,
  weightedRenormSuite,
} from "../tensorflow/suites/renorm";
import {
  adjustmentProfiles,
  deviationRenormProfiles,
  weightedRenormProfiles,
} from "../tensorflow/support/profiles";
import { renormIn } from "../tensorflow/support/renorm";
import { deferredIn } from "./support/deferred-layer";

describe.each(weightedRenormProfiles)("%s", (profile) => {
  weightedRenormSuite(deferredIn(profile));
});

describe.each(deviationRenormProfiles)("%s", (profile) => {
  deviationRenormSuite(deferredIn(profile));
});

describe.each(adjustmentProfiles)("%s", (profile) => {
  adjustmentSuite(deferredIn(profile), renormIn(profile));
});
