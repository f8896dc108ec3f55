import { readFileSync } from "node:fs";
import type { BatchNormArguments, DType, NestedNumbers } from "@/engine";
import type { profiles } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";

export interface Numbers {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

export interface GoldenCall {
  readonly training: boolean;
  readonly x: Numbers;
  readonly dy: Numbers;
  readonly y: Numbers;
  readonly dx: Numbers;
  readonly dgamma?: Numbers | null;
  readonly dbeta?: Numbers | null;
  readonly weights_after: Readonly<Record<string, Numbers>>;
}

/** One layer and the four calls TensorFlow made with it. */
export interface GoldenRecord {
  readonly case: string;
  readonly profile: ProfileId;
  readonly dtype: DType;
  /** Constructor arguments; an adjustment is the pair its function returned. */
  readonly args: Omit<BatchNormArguments, "adjustment"> & {
    readonly adjustment?: readonly [NestedNumbers, NestedNumbers];
  };
  readonly fused_after_build: boolean;
  readonly weight_order: readonly string[];
  readonly trainable_weights: readonly string[];
  readonly count_params: number;
  readonly steps: readonly GoldenCall[];
}

/** The profiles TensorFlow's numbers exist for; the others differ from one of them in named switches. */
export const goldenProfiles = [
  "tf-1.14-v1",
  "tf-1.14-v2",
  "tf-1.15-v2",
  "tf-2.3-v1",
  "tf-2.3-v2",
  "keras-2-v1",
  "keras-2-v2",
] as const satisfies readonly (keyof typeof profiles)[];

export function goldenRecords(profile: ProfileId): readonly GoldenRecord[] {
  const file = new URL(`vectors/${profile}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { records: readonly GoldenRecord[] }).records;
}

/** The arguments as the layer takes them: the adjustment is a function again. */
export function layerArguments(record: GoldenRecord): BatchNormArguments {
  const { adjustment, ...args } = record.args;
  return {
    ...args,
    dtype: record.dtype,
    ...(adjustment && { adjustment: () => adjustment }),
  };
}
