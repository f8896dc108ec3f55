import type { ReactNode } from "react";
import { documentedMember } from "./documented-member";
import { Messages } from "./messages";

/** When a member fails, and what it says then. */
export const MemberErrors = ({ name }: { readonly name: string }): ReactNode => (
  <Messages
    messages={documentedMember(name).errors.map(({ when, kind, message }) => ({
      key: when,
      occasion: `When ${when}`,
      kind,
      message,
    }))}
  />
);
