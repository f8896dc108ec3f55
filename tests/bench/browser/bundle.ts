import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Rollup } from "vite";

/** The text of one module with everything it imports. */
export async function bundled(file: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    resolve: { alias: { "@": fileURLToPath(new URL("../../..", import.meta.url)) } },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: fileURLToPath(file), formats: ["es"], fileName: "bundle" },
    },
  });
  const [{ output }] = result as [Rollup.RollupOutput];
  return output[0].code;
}
