import type { Experiment } from "@/engine/spec/experiment";

/** A tensor that networks have, under its usual name. */
export interface NamedLayout extends Pick<Experiment, "shape" | "data_format"> {
  readonly name: string;
}

export const namedLayouts: readonly NamedLayout[] = [
  { name: "dense", shape: [8, 4], data_format: "channels_last" },
  { name: "sequence", shape: [4, 5, 3], data_format: "channels_last" },
  { name: "images, channels last", shape: [2, 4, 4, 3], data_format: "channels_last" },
  { name: "images, channels first", shape: [2, 3, 4, 4], data_format: "channels_first" },
  { name: "video", shape: [2, 3, 3, 3, 2], data_format: "channels_last" },
];
