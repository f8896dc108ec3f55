/** An operation's long name in two lines, broken before its last words. */
export function nameLines(name: string): readonly string[] {
  const words = /^((?:[A-Z][a-z]+)+?)((?:Moving)?[A-Z][a-z]+(?:_\d+)?)$/.exec(name);
  return name.length > 12 && words !== null ? words.slice(1) : [name];
}

/** A name that is too long for its place, without its middle. */
export function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = Math.floor((most - 1) / 2);
  return `${name.slice(0, most - 1 - end)}…${name.slice(name.length - end)}`;
}
