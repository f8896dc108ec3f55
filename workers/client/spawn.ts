/** Starts the engine's worker. The bundler finds it by this exact expression. */
export const spawnEngineWorker = (): Worker =>
  new Worker(new URL("../engine.worker.ts", import.meta.url), { type: "module", name: "engine" });
