import { describe, expect, it } from "vitest";
import type { Tensor } from "@/engine";
import { backend } from "../../../../support/backend";
import { resident } from "../../support/residents";
import { settings } from "../../support/settings";
import { beyond, layerOf, toldBy } from "../../support/stories";
import type { Story } from "../../support/stories";

describe(`what a layer on the ${backend} backend tells of resident tensors`, () => {
  it.each(settings)("it tells of plain ones, bit for bit: %s", (_, setting) => {
    const told = (place?: (tensor: Tensor) => Tensor): Story =>
      toldBy(layerOf(setting), setting, place);
    expect(beyond(0, told(resident), told())).toEqual([]);
  });
});
