import { EngineError } from "../errors";
import type { ProfileSwitches } from "../spec/profiles";
import type { FusedQuestion } from "../types/fused-question";
import { questionsOfBuild, questionsOfConstructor } from "./fused-questions";
import type { FusedConditions, FusedInput } from "./fused-questions";

/** The place of the question that rules the fused implementation out; -1 where none does. */
export const decidingQuestion = (questions: readonly FusedQuestion[]): number =>
  questions.findIndex(({ isOpen }) => !isOpen);

/** What `fused` is after some questions: as it was, false, or refused with a ValueError that names the obstacle. */
function answered(fused: boolean | null, questions: readonly FusedQuestion[]): boolean | null {
  const deciding = questions[decidingQuestion(questions)];
  if (deciding === undefined) return fused;
  const { refusal } = deciding;
  if (fused === true && refusal !== null) {
    throw new EngineError(refusal.code, "ValueError", refusal.message);
  }
  return false;
}

/**
 * What `fused` is from construction until build. Where `fused=True` is binding, null stays undecided unless it is
 * already impossible, and a true that cannot be honoured throws a ValueError that names the obstacle. Elsewhere null
 * means true, and nothing is refused.
 */
export const fusedBeforeBuild = (
  fused: boolean | null,
  conditions: FusedConditions,
  profile: ProfileSwitches,
): boolean | null =>
  answered(
    profile.fusedIsBinding ? fused : (fused ?? true),
    questionsOfConstructor(fused, conditions, profile),
  );

/**
 * Decides for inputs of a rank, with axes already resolved. Where `fused=True` is binding, throws a ValueError for a
 * rank or axis that the fused implementation does not have.
 */
export const fusedAfterBuild = (
  fused: boolean | null,
  input: FusedInput,
  conditions: FusedConditions,
  profile: ProfileSwitches,
): boolean =>
  fused !== false && answered(fused, questionsOfBuild(input, conditions, profile)) !== false;
