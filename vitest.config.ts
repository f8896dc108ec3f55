import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { TestProjectInlineConfiguration } from "vitest/config";
import type { BackendId } from "./engine";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The suites that make layers. They run on each backend; the others run once. */
const layerSuites = [
  "tests/golden/**/*.test.ts",
  "tests/unit/engine/{errors,laws,layer,training}/**/*.test.ts",
  "tests/unit/engine/tensorflow/!(checklist).test.ts",
];

const on = (backend: BackendId): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name: backend, include: layerSuites, provide: { backend } },
});

export default defineConfig({
  resolve: { alias: { "@": at(".") } },
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
      on("reference"),
      {
        ...on("wasm"),
        resolve: {
          alias: [
            {
              // As the engine imports it, from its door and from its own rooms.
              find: /^\.\.?\/layer\/batch-normalization$/,
              replacement: at("tests/support/wasm-batch-normalization.ts"),
            },
          ],
        },
      },
    ],
  },
});
