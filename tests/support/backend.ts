import { inject } from "vitest";
import type { BackendId } from "@/engine";

declare module "vitest" {
  interface ProvidedContext {
    /** What layers run on unless they ask for something else. Each backend is a project of vitest.config.ts. */
    backend: BackendId;
  }
}

export const backend = inject("backend");
