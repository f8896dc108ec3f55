/**
 * Compiles source/ and writes the bytes as kernels.generated.ts: `node engine/backend/wasm/build.mjs`. With `--check` it
 * writes nothing and fails when the file is not what the sources make.
 */
import { readFileSync, writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";

const at = (file) => new URL(file, import.meta.url);
const outputs = new Map();
const { error, stderr } = await asc.main(
  [
    "index.ts",
    "-O3",
    "--noAssert",
    "--runtime",
    "stub",
    "--enable",
    "simd",
    "--outFile",
    "kernels.wasm",
  ],
  {
    readFile(name) {
      try {
        return readFileSync(at(`source/${name}`), "utf8");
      } catch {
        return null;
      }
    },
    writeFile: (name, content) => void outputs.set(name, content),
    listFiles: () => [],
  },
);
if (error) {
  console.error(stderr.toString());
  throw error;
}

const bytes = Buffer.from(outputs.get("kernels.wasm"));
const lines = bytes.toString("base64").match(/.{1,112}/g);
const content = `// Written by engine/backend/wasm/build.mjs from source/: ${bytes.length} bytes of WebAssembly.
export const kernelBytes =
  ${lines.map((line) => `"${line}"`).join(" +\n  ")};
`;
const file = at("kernels.generated.ts");
if (!process.argv.includes("--check")) {
  writeFileSync(file, content);
  console.log(`kernels: ${bytes.length} bytes`);
} else if (readFileSync(file, "utf8") !== content) {
  console.error("differs: engine/backend/wasm/kernels.generated.ts; run npm run generate");
  process.exitCode = 1;
}
