/** Writes a value as a message shows it: strings quoted, NaN and Infinity by name, objects as JSON. */
export function showValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(showValue).join(", ")}]`;
  if (typeof value === "function")
    return value.name === "" ? "a function" : `function ${value.name}`;
  if (typeof value === "object" && value !== null) return showObject(value);
  if (Object.is(value, -0)) return "-0";
  return String(value);
}

/** As JSON, except that functions and the numbers JSON does not have are named. */
function showObject(value: object): string {
  if (ArrayBuffer.isView(value)) return value.constructor.name;
  // What belongs to a graph would be shown with the whole of it.
  if ("graph" in value && "name" in value) return String(value.name);
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}:${showField(field)}`,
  );
  return `{${fields.join(",")}}`;
}

const showField = (field: unknown): string =>
  Array.isArray(field) ? `[${field.map(showField).join(",")}]` : showValue(field);

/** The one form of every refusal: `<argument> must be <rule>. Received: <argument>=<value>`. */
export const refusal = (name: string, rule: string, value: unknown): string =>
  `${name} must be ${rule}. Received: ${name}=${showValue(value)}`;
