/**
 * Averages what ghost batches have each, `ghosts` rows of `channels` numbers: added up in their order, then divided;
 * every result is rounded to float32.
 */
export function averageRows(values: usize, ghosts: i32, channels: i32, average: usize): void {
  const stride = (<usize>channels) << 2;
  let lane: usize = 0;
  for (; lane + 16 <= stride; lane += 16) {
    let sum = f32x4.splat(0);
    let at = values + lane;
    for (let ghost = 0; ghost < ghosts; ghost++) {
      sum = f32x4.add(sum, v128.load(at));
      at += stride;
    }
    v128.store(average + lane, f32x4.div(sum, f32x4.splat(<f32>ghosts)));
  }
  for (; lane < stride; lane += 4) {
    let sum: f32 = 0;
    let at = values + lane;
    for (let ghost = 0; ghost < ghosts; ghost++) {
      sum += load<f32>(at);
      at += stride;
    }
    store<f32>(average + lane, sum / <f32>ghosts);
  }
}
