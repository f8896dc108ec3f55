/**
 * What the engine uses of WebAssembly and of base64. Browsers, workers and Node have both; TypeScript declares them only
 * in the DOM's and the workers' libraries, which the engine does without.
 */
declare namespace WebAssembly {
  /** Compiled, and opaque. */
  const Module: new (bytes: Uint8Array) => object;
  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: object, imports?: object);
    readonly exports: object;
  }
}

declare function atob(text: string): string;
