import { defaultProfile, profiles, switchesOf } from "../profiles";
import type { ProfileId } from "../profiles";
import { switchRows } from "./switch-texts";

/** What a version does otherwise than the default one. */
export interface Difference {
  readonly question: string;
  readonly answer: string;
  /** The default version's answer. */
  readonly standard: string;
}

/** Beta and gamma, and all that have initial values, take the same lists of objects. */
const kindOf = (argument: string): string =>
  argument.replace(/^(beta|gamma|moving_mean|moving_variance)_/, "");

const differencesBetween = (profile: ProfileId): readonly (Difference & { argument: string })[] => {
  const unknown = switchesOf(profile).unknownArguments.map((argument) => ({
    argument,
    question: "Does the version know this argument?",
    answer: "no",
    standard: "yes",
  }));
  const answered = switchRows([profiles[profile], profiles[defaultProfile]])
    .filter(({ name }) => name !== "unknownArguments")
    .map(({ question, argument, answers: [answer = "", standard = ""] }) => ({
      argument,
      question,
      answer,
      standard,
    }));
  return [...unknown, ...answered].filter(({ answer, standard }) => answer !== standard);
};

const known = new Map<ProfileId, readonly (Difference & { argument: string })[]>();

/** What a version does otherwise than the default one with an argument of this documented name. */
export function differencesOf(argument: string, profile: ProfileId): readonly Difference[] {
  const all = known.get(profile) ?? differencesBetween(profile);
  known.set(profile, all);
  const kind = kindOf(argument);
  return all
    .filter((difference) => kindOf(difference.argument) === kind)
    .map(({ question, answer, standard }) => ({ question, answer, standard }));
}
