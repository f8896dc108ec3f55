/**
 * What the engine uses of WebAssembly and of base64. Browsers, workers and Node have both; TypeScript declares them only
 * in the DOM's and the workers' libraries, which the engine does without.
 */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports?: object);
    readonly exports: object;
  }
}

declare function atob(text: string): string;
