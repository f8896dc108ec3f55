import { EngineError } from "../errors";
import { defaultProfile, isProfileId, profiles, switchesOf } from "../spec/profiles";
import type { ProfileId, ProfileSwitches } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import type { LayerOptions } from "./options";

/** The version that a layer's options ask for. Throws a ValueError for one that there is not. */
export function profileFor({ profile = defaultProfile }: LayerOptions): ProfileId {
  const given: string = profile;
  if (isProfileId(given)) return given;
  throw new EngineError(
    "profile",
    "ValueError",
    refusal("profile", `one of ${Object.keys(profiles).join(", ")}`, given),
  );
}

/** The switches of the version that a layer's options ask for. */
export const switchesFor = (options: LayerOptions): ProfileSwitches =>
  switchesOf(profileFor(options));
