import { switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import { objectOf } from "./objects";
import type { NamedObject } from "./objects";

/** The law by which an initializer fills a weight, with its numbers worked out. */
export type Law =
  | { readonly kind: "constant"; readonly value: number }
  /** One number for each channel. */
  | { readonly kind: "list"; readonly values: readonly number[] }
  | { readonly kind: "normal"; readonly mean: number; readonly stddev: number }
  /** Drawn again while it is beyond two deviations. */
  | { readonly kind: "truncated"; readonly mean: number; readonly stddev: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number };

/** The deviation of a standard normal number that was drawn again while it was beyond ±2. */
const truncatedDeviation = 0.87962566103423978;

const numberOf = (value: unknown): number => (typeof value === "number" ? value : NaN);

/**
 * The law of an initializer for a weight of this shape, as the version has it; null for one that has none here: a
 * function, or an initializer of matrices.
 */
export function lawOf(value: unknown, shape: readonly number[], profile: ProfileId): Law | null {
  const object = objectOf("initializer", value === null ? "glorot_uniform" : value);
  if (typeof object === "string") return null;
  const { config, said } = object;
  const isCore = switchesOf(profile).initializerDefaults === "core";
  const deviation = isCore && said["stddev"] === undefined ? 1 : numberOf(config["stddev"]);
  switch (object.className) {
    case "Zeros":
      return { kind: "constant", value: 0 };
    case "Ones":
      return { kind: "constant", value: 1 };
    case "Constant":
      return constantLaw(config["value"]);
    case "RandomNormal":
      return { kind: "normal", mean: numberOf(config["mean"]), stddev: deviation };
    case "TruncatedNormal":
      return { kind: "truncated", mean: numberOf(config["mean"]), stddev: deviation };
    case "RandomUniform":
      return uniformLaw(object, isCore);
    default:
      return scaledLaw(object, shape, profile);
  }
}

function constantLaw(value: unknown): Law | null {
  if (typeof value === "number") return { kind: "constant", value };
  const values = Array.isArray(value) ? value.flat(Infinity).map(numberOf) : [];
  return values.length === 0 ? null : { kind: "list", values };
}

function uniformLaw({ said, config }: NamedObject, isCore: boolean): Law {
  const bound = (name: string, core: number): number =>
    isCore && said[name] === undefined ? core : numberOf(config[name]);
  return { kind: "uniform", low: bound("minval", 0), high: bound("maxval", 1) };
}

const presets: Readonly<Record<string, readonly [scale: number, mode: string]>> = {
  Glorot: [1, "fan_avg"],
  Lecun: [1, "fan_in"],
  He: [2, "fan_in"],
};

interface Scaling {
  readonly scale: number;
  readonly mode: string;
  readonly distribution: string;
}

/** VarianceScaling and its presets; null for another class. */
function scalingOf({ className, config }: NamedObject): Scaling | null {
  const [, family = "", distribution = ""] =
    /^([A-Z][a-z]+)(Normal|Uniform)$/.exec(className) ?? [];
  const preset = presets[family];
  if (preset !== undefined) return { scale: preset[0], mode: preset[1], distribution };
  if (className !== "VarianceScaling") return null;
  return {
    scale: numberOf(config["scale"]),
    mode: String(config["mode"]),
    distribution: String(config["distribution"]),
  };
}

/** The variance is scale/n for the number n of inputs, of outputs, or their mean. */
function fanOf(mode: string, shape: readonly number[]): number {
  const last = shape.at(-1) ?? 1;
  const receptive = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const [fanIn, fanOut] = [receptive * (shape.at(-2) ?? last), receptive * last];
  return { fan_in: fanIn, fan_out: fanOut }[mode] ?? (fanIn + fanOut) / 2;
}

function scaledLaw(object: NamedObject, shape: readonly number[], profile: ProfileId): Law | null {
  const scaling = scalingOf(object);
  if (scaling === null) return null;
  const { scale, mode, distribution } = scaling;
  const variance = scale / Math.max(1, fanOf(mode, shape));
  if (/^uniform$/i.test(distribution)) {
    const limit = Math.sqrt(3 * variance);
    return { kind: "uniform", low: -limit, high: limit };
  }
  const stddev = Math.sqrt(variance);
  if (distribution === "untruncated_normal") return { kind: "normal", mean: 0, stddev };
  const correction = switchesOf(profile).truncationCorrection ? truncatedDeviation : 1;
  return { kind: "truncated", mean: 0, stddev: stddev / correction };
}
