/** What markup made on a server says of its form fields. Enough for React's own, regular output. */

export interface FieldMarkup {
  readonly tag: string;
  readonly id: string;
  /** Its aria-label, or the text of its label. */
  readonly name: string;
  readonly value: string;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="(.*?)"`).exec(tag)?.[1];

/** The fields a reader can reach, in their order. */
export function fieldsIn(markup: string): readonly FieldMarkup[] {
  const labels = new Map(
    [...markup.matchAll(/<label for="(.*?)".*?>(.*?)<\/label>/g)].map(([, id, text]) => [id, text]),
  );
  return [...markup.matchAll(/<(input|select)(?= )[^>]*>|<span [^>]*role="switch"[^>]*>/g)]
    .filter(([tag]) => attribute(tag, "aria-hidden") === undefined)
    .map(({ 0: tag, 1: kind = "switch", index }) => {
      const id = attribute(tag, "id") ?? "";
      const chosen = /<option value="([^"]*)" selected="">/.exec(
        markup.slice(index, markup.indexOf("</select>", index)),
      );
      return {
        tag: kind,
        id,
        name: attribute(tag, "aria-label") ?? labels.get(id) ?? "",
        value:
          (kind === "select" ? chosen?.[1] : attribute(tag, "aria-valuetext")) ??
          attribute(tag, "value") ??
          attribute(tag, "aria-checked") ??
          "",
      };
    });
}
