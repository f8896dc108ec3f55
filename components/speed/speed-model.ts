import { contenderIds } from "@/content/benchmarks/kernel-report";
import type { KernelReport } from "@/content/benchmarks/kernel-report";
import { aimsModel } from "./aims-model";
import type { AimsModel } from "./aims-model";
import { figureModels, ratioDomain } from "./figure-model";
import type { FigureModel } from "./figure-model";
import { floorSpread } from "./floor-spread";
import type { FloorSpread } from "./floor-spread";
import { machineModel } from "./machine-model";
import type { MachineModel } from "./machine-model";
import { contenderName } from "./names";
import { shapeTables } from "./timing-table";
import type { ShapeTable } from "./timing-table";
import { variantsModel } from "./variants-model";
import type { VariantsModel } from "./variants-model";

/** All that the page says of a report. */
export interface SpeedModel {
  readonly machine: MachineModel;
  readonly contenders: readonly { readonly name: string; readonly what: string }[];
  readonly floorSpread: FloorSpread | null;
  readonly ratioDomain: readonly [number, number];
  readonly figures: readonly FigureModel[];
  readonly shapes: readonly ShapeTable[];
  readonly variants: VariantsModel;
  readonly aims: AimsModel;
}

export function speedModel({ machine, contenders, cases, aims }: KernelReport): SpeedModel {
  const figures = figureModels(cases);
  return {
    machine: machineModel(machine),
    contenders: contenderIds.map((id) => ({ name: contenderName(id), what: contenders[id] })),
    floorSpread: floorSpread(cases),
    ratioDomain: ratioDomain(figures),
    figures,
    shapes: shapeTables(cases),
    variants: variantsModel(cases),
    aims: aimsModel(aims),
  };
}
