import { widgetList } from "@/components/widgets/registry";
import type { WidgetId } from "@/components/widgets/registry";

/** One picture: what is opened, how wide the window is, and in which theme. */
export interface Screenshot {
  readonly file: string;
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

const themes = ["light", "dark"] as const;

const embedWidth = 800;

/** The time-line sticks to the window's end, so the window has to be as tall as what must be seen above it. */
const embedHeights: Readonly<Record<WidgetId, number>> = {
  "batch-vs-moving": 800,
  "normalize-steps": 1100,
  distribution: 1000,
  "renorm-clipping": 1000,
  "train-vs-inference": 1050,
  "update-ops": 1100,
  frozen: 1750,
  adjustment: 1350,
  "shared-variables": 1150,
  axis: 1300,
  parameters: 1500,
  fused: 2100,
  "ghost-batches": 1150,
};

/** Every specimen in light; the first of each widget in dark too. */
export const specimenScreenshots: readonly Screenshot[] = widgetList.flatMap(({ id, specimens }) =>
  specimens
    .filter(({ screenshot }) => screenshot)
    .flatMap(({ name, query }, at) =>
      themes.slice(0, at === 0 ? 2 : 1).map((colorScheme) => ({
        file: `${id}-${name}-${colorScheme}.png`,
        address: `embed/${id}?${query}`,
        width: embedWidth,
        height: embedHeights[id],
        colorScheme,
      })),
    ),
);

const pages = [
  { name: "home", address: "" },
  { name: "playground", address: "playground" },
  { name: "playground-normalize-steps", address: "playground/normalize-steps" },
  { name: "playground-distribution", address: "playground/distribution" },
  { name: "playground-renorm-clipping", address: "playground/renorm-clipping" },
  { name: "playground-train-vs-inference", address: "playground/train-vs-inference" },
  { name: "playground-update-ops", address: "playground/update-ops" },
  { name: "playground-frozen", address: "playground/frozen" },
  { name: "playground-adjustment", address: "playground/adjustment" },
  { name: "playground-shared-variables", address: "playground/shared-variables" },
  { name: "playground-axis", address: "playground/axis" },
  { name: "playground-parameters", address: "playground/parameters" },
  { name: "playground-fused", address: "playground/fused" },
  { name: "playground-ghost-batches", address: "playground/ghost-batches" },
  { name: "argument", address: "docs/arguments/momentum" },
] as const;

/** What a reader scrolls through at first; the rest of a page is text. */
const pageSizes = [
  { width: 320, height: 2200 },
  { width: 1440, height: 1300 },
];

export const pageScreenshots: readonly Screenshot[] = pages.flatMap(({ name, address }) =>
  pageSizes.flatMap(({ width, height }) =>
    themes.map((colorScheme) => ({
      file: `${name}-${width}-${colorScheme}.png`,
      address,
      width,
      height,
      colorScheme,
    })),
  ),
);
