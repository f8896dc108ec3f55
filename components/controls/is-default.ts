/** Whether an argument has the value that links leave out. */
export const isDefault = (value: unknown, standard: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(standard);
