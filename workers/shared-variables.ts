import { sharedVariables as sharedVariablesOf } from "../engine/graph/shared-variables";
import { settingsFor } from "../engine/graph/shared-variables-settings";
import type { SharedVariables } from "../engine/types";
import type { NamedRequest } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { Recent } from "./recent";

const results = new Recent<SharedVariables>(8);

/** Calls the functional interface twice in one graph. It is remembered, so that a name set back shows its figure at once. */
export async function sharedVariables(
  request: NamedRequest,
  onStep: () => void,
): Promise<SharedVariables> {
  const { layer, run, naming } = request;
  const settings = settingsFor({ ...run, ...naming, momentum: layer.momentum });
  const key = JSON.stringify([sourceKeyOf(run), settings]);
  const made = await results.get(key, async () =>
    sharedVariablesOf(await rememberedSource(request), { ...settings, onStep }),
  );
  // The result is moved to the page, so what is remembered must be a copy's original.
  return structuredClone(made);
}
