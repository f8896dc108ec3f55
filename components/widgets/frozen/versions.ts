import { profile as profileArg } from "@/engine/spec/run/profile";
import type { FreezingCase, FreezingInVersion } from "@/engine/types/freezing-cases";
import type { CaseModel, VersionGroup, VersionModel } from "./figure-model";

export const labelOf = (profile: string): string =>
  profileArg.options.find(({ value }) => value === profile)?.label ?? profile;

/** A weight has a number for each channel, or one for all. */
const at = (values: Float64Array, channel: number): number =>
  values[values.length === 1 ? 0 : channel] ?? NaN;

const caseModel = ({ changes, ...rest }: FreezingCase, channel: number): CaseModel => ({
  ...rest,
  weights: changes.map(({ name, before, after, isMoved }) => ({
    name,
    before: at(before, channel),
    after: at(after, channel),
    isMoved,
  })),
});

export const versionModel = (
  { profile, cases }: FreezingInVersion,
  channel: number,
): VersionModel => ({
  profile,
  label: labelOf(profile),
  cases: cases.ok ? cases.value.map((each) => caseModel(each, channel)) : null,
  refusal: cases.ok ? null : cases.message,
});

/** Which weights moved, by kind: renorm's own have other names in other versions. */
export function movedIn({ weights }: CaseModel): readonly string[] {
  const moved = weights.filter(({ isMoved }) => isMoved).map(({ name }) => kindOf(name));
  return [...new Set(moved)];
}

const kindOf = (name: string): string =>
  name.startsWith("renorm") || name === "moving_stddev" ? "renorm’s averages" : name;

/** Two versions with equal keys were seen to do the same. */
const keyOf = ({ cases, refusal }: VersionModel): string =>
  JSON.stringify(cases?.map((each) => [each.usesBatch, movedIn(each)]) ?? refusal);

/** Puts versions together that were seen to do the same, in their order. */
export function groupsOf(
  versions: readonly VersionModel[],
  chosen: string,
): readonly VersionGroup[] {
  const groups = new Map<string, VersionModel[]>();
  for (const version of versions) {
    const key = keyOf(version);
    groups.set(key, [...(groups.get(key) ?? []), version]);
  }
  return [...groups.values()].map((members) => ({
    labels: members.map(({ label }) => label),
    isChosen: members.some(({ profile }) => profile === chosen),
    cases: members[0]?.cases ?? null,
    refusal: members[0]?.refusal ?? null,
  }));
}
