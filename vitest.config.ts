import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["tests/{unit,golden}/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["tests/support/matchers.ts"],
    restoreMocks: true,
    // Generous, since a shared machine may be slow; no test measures time.
    testTimeout: 60_000,
  },
});
