import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { libraryEnv } from "@/tests/support/browser/libraries";

let home = "";
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "batch-norm-lab-libraries-"));
  vi.stubEnv("LD_LIBRARY_PATH", "/elsewhere");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** A shell script in place of the browser. */
function browser(script: string): void {
  const file = path.join(home, "chromium");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o700);
}

describe.skipIf(process.platform === "win32")("the libraries of the package", () => {
  test("are left alone when the browser starts without them", async () => {
    browser("exit 0");
    expect(await libraryEnv(home)).toEqual({});
  });

  test("come before the system's when it does not", async () => {
    browser('case "$LD_LIBRARY_PATH" in *al2023/lib:*) exit 0;; esac; exit 127');
    expect(await libraryEnv(home)).toEqual({
      LD_LIBRARY_PATH: `${path.join(home, "al2023", "lib")}:/elsewhere`,
    });
  });

  test("cannot help every system, and then the loader's message is shown", async () => {
    browser("echo libm.so.6: version not found >&2; exit 127");
    await expect(libraryEnv(home)).rejects.toThrow(
      /does not start: [^]*libm\.so\.6: version not found[^]*glibc/,
    );
  });
});
