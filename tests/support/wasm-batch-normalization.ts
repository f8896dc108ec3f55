import { BatchNormalization as Layer } from "@/engine/layer/batch-normalization";
import type { BatchNormArguments, KerasConfig, LayerOptions } from "@/engine";

const onWasm = (options: LayerOptions): LayerOptions => ({
  ...options,
  backend: options.backend ?? "wasm",
});

/**
 * The layer, on the WebAssembly backend unless a test asks for another one. In the Vitest project "wasm" it stands for
 * the layer wherever it is imported: behind the engine's door and inside of the engine, as in a training run.
 */
class BatchNormalization extends Layer {
  static override fromConfig(config: KerasConfig, options: LayerOptions = {}): BatchNormalization {
    return new BatchNormalization(config, options);
  }

  constructor(args: BatchNormArguments = {}, options: LayerOptions = {}) {
    super(args, onWasm(options));
  }
}

export { BatchNormalization };
