export type Bytes = Buffer<ArrayBufferLike>;
export type Options = Readonly<Record<string, string | number>>;

/** One operation: its options, and the bytes it works on in the order of its caller in the prelude. */
export type Operation = (options: Options, parts: readonly Bytes[]) => readonly Bytes[];

const empty = Buffer.alloc(0);
/** A part that may be missing: a script's empty array. */
export function part(parts: readonly Bytes[], index: number): Bytes {
  return parts[index] ?? empty;
}

/** OpenSSL's name of `SHA-256` and the like; the prelude has checked it. */
export function hashOf(options: Options): string {
  return String(options.hash).replace('-', '').toLowerCase();
}
