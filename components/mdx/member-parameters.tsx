import Link from "next/link";
import type { ReactNode } from "react";
import type { MemberParameter } from "@/engine/spec/members/member-spec";
import { showValue } from "@/engine/spec/show-value";
import { documentedMember } from "./documented-member";
import styles from "./mdx.module.css";

/** What a member takes, in the order of its document. */
export const MemberParameters = ({ name }: { readonly name: string }): ReactNode => (
  <div
    className={styles["parameters"]}
    role="group"
    aria-label="Parameters"
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    tabIndex={0}
  >
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Default</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {documentedMember(name).parameters.map((parameter) => (
          <tr key={parameter.name}>
            <th scope="row">
              <ParameterName {...parameter} />
            </th>
            <td>{parameter.type}</td>
            <td>
              {"default" in parameter ? <code>{showValue(parameter.default)}</code> : "required"}
            </td>
            <td>
              {parameter.summary}
              {parameter.isAddition === true && " Not in the documents."}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const ParameterName = ({ name, isArgument }: MemberParameter): ReactNode =>
  isArgument === true ? (
    <Link href={`/docs/arguments/${name}`}>
      <code>{name}</code>
    </Link>
  ) : (
    <code>{name}</code>
  );
