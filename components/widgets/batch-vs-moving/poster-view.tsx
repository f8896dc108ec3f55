"use client";

import type { ReactNode } from "react";
import { defaultExperiment } from "@/engine/spec/experiment";
import { posterModel } from "./poster";
import type { ViewProps } from "./view";
import { Workbench } from "./workbench";

const ignore = (): void => undefined;

/** The default figure with the same marks and the same places, before or without JavaScript. */
export const PosterView = ({ surface, controls }: ViewProps): ReactNode => (
  <Workbench
    surface={surface}
    controls={controls}
    experiment={defaultExperiment}
    model={posterModel}
    isBusy={false}
    isInert
    messages={
      <noscript>
        <p className="notice">
          This is the figure at its start. Its controls work once JavaScript is allowed.
        </p>
      </noscript>
    }
    onChange={ignore}
    onReset={ignore}
    onStep={ignore}
  />
);
