/** The part of WebAssembly that is used here: Node's types know `WebAssembly.Module` alone. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
}
const api = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

export const PAGE_BYTES = 65536;

export function compileWasm(bytes: Uint8Array): Promise<WebAssembly.Module> {
  return api.compile(bytes);
}

/** Memory that starts with `initial` pages and cannot grow beyond `maximum`. */
export function createMemory(initial: number, maximum: number): WasmMemory {
  return new api.Memory({ initial, maximum: Math.max(initial, maximum) });
}
