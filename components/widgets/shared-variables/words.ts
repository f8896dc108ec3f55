import type { VariableModel } from "./figure-model";

export const ordinals = ["first", "second"] as const;

/** Whose variables these are: "used by both calls". */
export function usersOf(variables: readonly VariableModel[]): string {
  const users = new Set(variables.flatMap(({ usedBy }) => usedBy));
  if (users.size > 1) return "used by both calls";
  const [user] = users;
  return user === undefined ? "used by no call" : `used by the ${ordinals[user]}`;
}
