/** The rules of the site's fonts that cover Latin and Greek letters, which is what figures write. */
const isNeeded = (rule: CSSRule): rule is CSSFontFaceRule =>
  rule instanceof CSSFontFaceRule &&
  /Source Serif|JetBrains/.test(rule.style.getPropertyValue("font-family")) &&
  /U\+0+-0*FF|U\+0-FF/i.test(rule.style.getPropertyValue("unicode-range"));

const asDataUrl = (content: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error("a font could not be read"));
    reader.readAsDataURL(content);
  });

/** CSS with the fonts themselves inside, so that a saved picture looks the same anywhere. */
export async function embeddedFontFaces(): Promise<string> {
  const rules = Array.from(document.styleSheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .filter(isNeeded);
  const faces = rules.map(async (rule) => {
    const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
    if (source === undefined) return "";
    const base = rule.parentStyleSheet?.href ?? document.baseURI;
    const font = await (await fetch(new URL(source, base))).blob();
    const family = rule.style.getPropertyValue("font-family");
    const weight = rule.style.getPropertyValue("font-weight");
    return `@font-face{font-family:${family};font-weight:${weight};src:url(${await asDataUrl(font)})}`;
  });
  return (await Promise.all(faces)).join("\n");
}
