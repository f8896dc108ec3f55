/** How the kernels that this page measures are used. */
export const example = `import { BatchNormalization, residentTensor } from "@/engine";

const layer = new BatchNormalization({ axis: 1 }, { backend: "wasm" });
const values = Float32Array.from({ length: 256 * 64 }, (_, i) => Math.sin(i));
const inputs = residentTensor(values, { shape: [256, 64] });

const outputs = layer.call(inputs, { training: true });
console.log(layer.backend, outputs.shape, outputs.data.length);
// => wasm [ 256, 64 ] 16384
outputs.dispose();
inputs.dispose();`;
