import { vi } from "vitest";
import type { BatchNormArguments, KerasConfig, LayerOptions } from "@/engine";

/**
 * Puts every layer that does not ask for a backend on WebAssembly, wherever it is made: by a test, or inside of the
 * engine, as in a training run. The set-up of the Vitest project "wasm".
 */
vi.mock(import("@/engine/layer/batch-normalization"), async (importOriginal) => {
  const { BatchNormalization: Layer } = await importOriginal();

  class BatchNormalization extends Layer {
    static override fromConfig(config: KerasConfig, options?: LayerOptions): BatchNormalization {
      return new BatchNormalization(config, options);
    }

    constructor(args?: BatchNormArguments, options: LayerOptions = {}) {
      super(args, { ...options, backend: options.backend ?? "wasm" });
    }
  }

  return { BatchNormalization };
});
