/** 1 minus a number, without the dust of binary fractions: of 0.99 it is 0.01. */
export const complementOf = (value: number): number => Number((1 - value).toFixed(15));
