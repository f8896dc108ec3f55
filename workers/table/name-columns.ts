/**
 * Returns one distinct name per header cell: an empty cell is named after its position, and a
 * repeated name gets the first number in parentheses that no other column uses.
 */
export function nameColumns(header: readonly string[]): readonly string[] {
  const wanted = header.map((cell, column) => (cell === "" ? positionName(column) : cell));
  const given = new Set(wanted);
  const seen = new Set<string>();
  // Where the search for each name's next number goes on: many repeats stay linear.
  const nextNumber = new Map<string, number>();
  return wanted.map((name) => {
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let number = nextNumber.get(name) ?? 2;
    while (given.has(numbered(name, number))) number += 1;
    nextNumber.set(name, number + 1);
    given.add(numbered(name, number));
    return numbered(name, number);
  });
}

/** Returns the names of this many columns without a header: "column 1", "column 2", … */
export function namesByPosition(count: number): readonly string[] {
  return Array.from({ length: count }, (_, column) => positionName(column));
}

function positionName(column: number): string {
  return `column ${column + 1}`;
}

function numbered(name: string, number: number): string {
  return `${name} (${number})`;
}
