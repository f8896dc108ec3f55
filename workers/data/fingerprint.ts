/** A 64-bit fingerprint of texts, as hexadecimal: equal texts share a key, different ones practically never do. */
export function fingerprint(...texts: readonly string[]): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
    }
    a = Math.imul(a ^ text.length, 0x01000193);
  }
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, "0");
  return `k-${hex(a)}${hex(b)}`;
}
