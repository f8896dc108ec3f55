import type { ReactNode } from "react";
import { documents } from "@/engine/spec/documents";
import type { MemberSpec } from "@/engine/spec/members/member-spec";
import { documentedMember } from "./documented-member";
import { Facts } from "./facts";
import type { Fact } from "./facts";

const places = {
  property: "a property of the layer",
  method: "a method of the layer",
  function: "a function beside the layer, in @/engine/graph",
} as const;

/** What a member is, from its spec: its name here, its signature, its versions and its documents. */
export const MemberFacts = ({ name }: { readonly name: string }): ReactNode => (
  <Facts facts={factsOf(documentedMember(name))} />
);

function factsOf(spec: MemberSpec): readonly Fact[] {
  const { type, summary } = spec.returns;
  return [
    ["Is", places[spec.kind]],
    ["In TypeScript", <code key="s">{spec.signature}</code>],
    [spec.kind === "property" ? "Holds" : "Returns", `${type}. ${summary}`],
    ["In TensorFlow", `from ${spec.since} to ${spec.until ?? "the latest Keras 2"}`],
    ...(spec.changes.length === 0 ? [] : [["Changes", <Changes key="c" spec={spec} />] as const]),
    ["Documented in", <Documents key="d" spec={spec} />],
  ];
}

const Changes = ({ spec }: { readonly spec: MemberSpec }): ReactNode =>
  spec.changes.map(({ from, what }) => (
    <div key={what}>
      {from}: {what}
    </div>
  ));

const Documents = ({ spec }: { readonly spec: MemberSpec }): ReactNode =>
  spec.documents.map((id) => (
    <div key={id}>
      <code>{documents[id].page}</code>, {documents[id].release}
    </div>
  ));
