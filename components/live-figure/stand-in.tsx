import type { ReactNode } from "react";
import { WhatYouSee } from "@/components/workbench/what-you-see";
import styles from "./stand-in.module.css";

/**
 * A picture where these settings have none: how the figure looks at its start. Nobody is to take its numbers for those of
 * the settings, so it is set back, cannot be used, and is not read out.
 */
export const StandIn = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <>
    <p className={styles["words"]} data-testid="stand-in">
      These settings have no result. In grey, for its shape only: the figure at its start.
    </p>
    <div className={styles["picture"]} inert>
      {children}
    </div>
  </>
);

const sentences = ["There is nothing to see of these settings: they have no result."] as const;

/** What there is to say of it. */
export const StandInWords = (): ReactNode => <WhatYouSee sentences={sentences} />;
