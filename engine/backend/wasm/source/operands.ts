/* Where the tensors of the running kernel begin. */
export let xAt: usize = 0;
export let dyAt: usize = 0;
export let outAt: usize = 0;

@inline
export function operate(x: usize, dy: usize, out: usize): void {
  xAt = x;
  dyAt = dy;
  outAt = out;
}
