/** A measured table shipped with the site, with the credit its page must show. */
export interface MeasuredDataSet {
  readonly title: string;
  /** Path below the site's base path. */
  readonly file: string;
  readonly labelColumn: string;
  readonly about: string;
  readonly credit: string;
  readonly licence: string;
}

export const measuredDataSets = {
  wine: {
    title: "Wine",
    file: "data/wine.csv",
    labelColumn: "cultivar",
    about: "Chemical analyses of 178 Italian wines; the 13 columns differ in scale a thousandfold.",
    credit: "S. Aeberhard and M. Forina, UCI Machine Learning Repository",
    licence: "CC BY 4.0",
  },
  digits: {
    title: "Digits",
    file: "data/digits.csv",
    labelColumn: "label",
    about: "Handwritten digits of 8 × 8 pixels; each pixel is a channel from 0 to 16.",
    credit: "E. Alpaydin and C. Kaynak, UCI Machine Learning Repository",
    licence: "CC BY 4.0",
  },
  penguins: {
    title: "Penguins",
    file: "data/penguins.csv",
    labelColumn: "species",
    about: "Body measures of 344 penguins from Palmer Station, with really missing cells.",
    credit: "K. Gorman and A. Horst, palmerpenguins",
    licence: "CC0",
  },
} as const satisfies Record<string, MeasuredDataSet>;

export type MeasuredDataSetId = keyof typeof measuredDataSets;

export const isMeasured = (id: string): id is MeasuredDataSetId =>
  Object.hasOwn(measuredDataSets, id);
