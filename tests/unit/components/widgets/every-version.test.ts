import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decode, linkedArgs } from "@/components/state/url-codec";
import type { Specimen } from "@/components/widgets/define-widget";
import { widgetList } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";
import { EngineError } from "@/engine";
import { layerConfigOf, namingOf, runSettingsOf, startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import { adjusted } from "@/workers/adjusted";
import { company } from "@/workers/company";
import type { NamedRequest } from "@/workers/contract";
import { freezing } from "@/workers/freezing";
import { fusedChoice } from "@/workers/fused-choice";
import { grouping } from "@/workers/grouping";
import { loop } from "@/workers/loop";
import { parameters } from "@/workers/parameters";
import { paths } from "@/workers/paths";
import { run } from "@/workers/run";
import { sharedVariables } from "@/workers/shared-variables";
import { dataRoot, serveShippedData } from "../../workers/support";

const ignore = (): void => undefined;

/** What a result says of refusals inside it; null where there are none. */
type Calculate = (request: NamedRequest) => Promise<string | null>;

const inVersions = (request: NamedRequest): Promise<string | null> =>
  freezing(request, ignore).then(({ versions }) => {
    const refused = (versions ?? []).flatMap(({ profile, cases }) =>
      cases.ok ? [] : [`${profile}: ${cases.message}`],
    );
    return refused.length === 0 ? null : refused.join("; ");
  });

async function inCompany(request: NamedRequest): Promise<string | null> {
  const made = await company(request, ignore);
  // Where there is no mask, the figure says so of that company.
  const refused = made.company.companies
    .filter(({ kind }) => kind !== "masked")
    .flatMap(({ training, inference }) => [training, inference])
    .find(({ ok }) => !ok);
  return refused === undefined || refused.ok ? null : refused.message;
}

const done = (): null => null;

/** What each figure asks the worker for. */
const calculations: Readonly<Record<WidgetId, Calculate>> = {
  "batch-vs-moving": (request) => paths(request, ignore).then(done),
  "normalize-steps": (request) => run(request, ignore).then(done),
  distribution: (request) => run(request, ignore).then(done),
  "renorm-clipping": (request) => run(request, ignore).then(done),
  "ghost-batches": (request) => run(request, ignore).then(done),
  "train-vs-inference": inCompany,
  frozen: inVersions,
  parameters: (request) => parameters(request, ignore).then(done),
  adjustment: (request) => adjusted(request, ignore).then(done),
  axis: (request) => Promise.resolve(grouping(request).refusal?.message ?? null),
  fused: (request) => Promise.resolve(fusedChoice(request).outcome.refusal?.message ?? null),
  "update-ops": (request) => loop(request, ignore).then(done),
  "shared-variables": (request) =>
    sharedVariables(request, ignore).then((made) => made.refusal?.message ?? null),
};

/** Few steps: whether a version takes a configuration shows in the first. */
const few = (experiment: Experiment): Experiment => ({
  ...experiment,
  steps: Math.min(experiment.steps, 2),
  step: Math.min(experiment.step, 2),
});

async function refusalOf(id: WidgetId, experiment: Experiment): Promise<string | null> {
  const request = {
    layer: layerConfigOf(experiment),
    run: runSettingsOf(experiment),
    naming: namingOf(experiment),
    dataRoot,
  };
  try {
    return await calculations[id](request);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return error.message;
  }
}

/** What no preset can help: the version has no such argument, or takes fused=true at its word. */
function isVersions({ profile, adjustment, mask, padding, fused }: Experiment): boolean {
  const switches = switchesOf(profile);
  return (
    (adjustment !== null && switches.unknownArguments.includes("adjustment")) ||
    (mask && padding > 0 && switches.mask !== "used") ||
    (fused === true && switches.fusedIsBinding)
  );
}

/** That fused=true is refused holds for the versions that take it at its word. */
const isLesson = ({ lesson }: Specimen, { fused }: Experiment): boolean =>
  /(?<!not )\brefuse[sd]\b/.test(lesson) && fused !== true;

beforeEach(() => void serveShippedData());
afterEach(() => void vi.unstubAllGlobals());

describe.each(widgetList)("the figure $id", ({ id, controls, specimens, ...widget }) => {
  const start = startOf(widget);
  const args = linkedArgs(controls);
  const versions = (Object.keys(profiles) as ProfileId[]).filter(
    (profile) => controls.includes("profile") || profile === start.profile,
  );

  // The first preset is the start.
  it.each(specimens)("shows $name in every version, or says that it is refused", async (preset) => {
    const query = Object.fromEntries(new URLSearchParams(preset.query));
    const { experiment } = decode(query, start, args);
    for (const profile of versions) {
      const asked = few({ ...experiment, profile });
      const refusal = await refusalOf(id, asked);
      const isExpected = isVersions(asked) || isLesson(preset, asked);
      expect(refusal !== null, `${profile}: ${refusal ?? "not refused"}`).toBe(isExpected);
    }
  });
});
