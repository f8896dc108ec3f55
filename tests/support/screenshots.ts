import { widgetList } from "@/components/widgets/registry";

/** One picture: what is opened, how wide the window is, and in which theme. */
export interface Screenshot {
  readonly file: string;
  readonly address: string;
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

const themes = ["light", "dark"] as const;

const embedWidth = 800;

/** Every specimen in light; the first of each widget in dark too. */
export const specimenScreenshots: readonly Screenshot[] = widgetList.flatMap(({ id, specimens }) =>
  specimens
    .filter(({ screenshot }) => screenshot)
    .flatMap(({ name, query }, at) =>
      themes.slice(0, at === 0 ? 2 : 1).map((colorScheme) => ({
        file: `${id}-${name}-${colorScheme}.png`,
        address: `embed/${id}?${query}`,
        width: embedWidth,
        colorScheme,
      })),
    ),
);

const pages = [
  { name: "home", address: "" },
  { name: "playground", address: "playground" },
  { name: "argument", address: "docs/arguments/momentum" },
] as const;

export const pageScreenshots: readonly Screenshot[] = pages.flatMap(({ name, address }) =>
  [320, 1440].flatMap((width) =>
    themes.map((colorScheme) => ({
      file: `${name}-${width}-${colorScheme}.png`,
      address,
      width,
      colorScheme,
    })),
  ),
);
