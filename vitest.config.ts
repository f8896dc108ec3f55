import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { TestProjectInlineConfiguration } from "vitest/config";
import type { BackendId } from "./engine";

/** The suites that make layers. They run on each backend; the others run once. */
const layerSuites = [
  "tests/golden/**/*.test.ts",
  "tests/unit/engine/{errors,inspection,laws,training}/**/*.test.ts",
  // What compares the backends names them itself.
  "tests/unit/engine/layer/{,!(backend)/**/}*.test.ts",
  "tests/unit/engine/{graph,tensorflow}/!(checklist).test.ts",
];

const on = (backend: BackendId, setupFiles: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name: backend, include: layerSuites, setupFiles, provide: { backend } },
});

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    environment: "node",
    setupFiles: ["tests/support/matchers.ts"],
    restoreMocks: true,
    // Generous, since a shared machine may be slow; no test measures time.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "once",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          exclude: layerSuites,
        },
      },
      on("reference", []),
      on("wasm", ["tests/support/wasm-layers.ts"]),
    ],
  },
});
