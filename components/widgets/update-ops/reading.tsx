import type { ReactNode } from "react";
import { ProgramText } from "@/components/workbench/program-text";
import type { FigureModel } from "./figure-model";
import { markLooks } from "./program";

/** The program that does what is to be seen. */
export function Reading({ model }: { readonly model: FigureModel }): ReactNode {
  return <ProgramText lines={model.program} marks={markLooks} />;
}
