import { documentedMembers } from "@/engine/spec/members";
import type { MemberSpec } from "@/engine/spec/members/member-spec";

/** The spec a page is about. A page about a member that does not exist fails the build. */
export function documentedMember(name: string): MemberSpec {
  const spec = documentedMembers.find((candidate) => candidate.name === name);
  if (spec === undefined) throw new Error(`A page names the member ${name}, which has no spec.`);
  return spec;
}
