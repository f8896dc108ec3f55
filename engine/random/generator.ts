/** A stream of uniform numbers in [0, 1), each a multiple of 2⁻³². */
export type Generator = () => number;

/** Mixes 32 bits so that neighbouring inputs give unrelated outputs (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Makes a generator from a list of integers, so that "seed 1, step 7" has a stream of its own and any step can be
 * drawn without drawing the ones before it.
 *
 * The algorithm is sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, period at least 2³².
 */
export function generatorFor(...key: readonly number[]): Generator {
  const folded = key.reduce((hash, part) => mix(hash ^ mix(part + 0x9e3779b9)), 0x243f6a88);
  let [a, b, c, counter] = [folded, mix(folded + 1), mix(folded + 2), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
