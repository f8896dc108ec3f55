import { describe } from "vitest";
import { adjustmentSuite, deviationRenormSuite, weightedRenormSuite } from "./suites/renorm";
import { eagerIn } from "./support/called-layer";
import {
  adjustmentProfiles,
  deviationRenormProfiles,
  weightedRenormProfiles,
} from "./support/profiles";
import { renormIn } from "./support/renorm";

describe.each(weightedRenormProfiles)("%s", (profile) => {
  weightedRenormSuite(eagerIn(profile));
});

describe.each(deviationRenormProfiles)("%s", (profile) => {
  deviationRenormSuite(eagerIn(profile));
});

describe.each(adjustmentProfiles)("%s", (profile) => {
  adjustmentSuite(eagerIn(profile), renormIn(profile));
});
