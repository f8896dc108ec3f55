import type { ExperimentArg } from "@/engine/spec/experiment";

/** What every control gets. It knows nothing of the URL, of workers or of figures. */
export interface ControlProps<Spec, Value> {
  readonly spec: Spec;
  readonly id: string;
  readonly value: Value;
  /** `isContinued` tells that the change belongs to the same gesture as the one before. */
  readonly onChange: (value: Value, isContinued: boolean) => void;
}

export type SpecOfKind<Kind extends ExperimentArg["kind"]> = Extract<
  ExperimentArg,
  { readonly kind: Kind }
>;
