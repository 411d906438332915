/**
 * Chance as data: a ChaCha20 key stream (RFC 8439) under the 32 random bytes that came with an input. The same input gives the same ids on
 * every replay, and nobody can guess them without that input.
 */
export class RandomStream {
  private block = NONE;
  private used = 0;
  private counter = 0;
  private key: Uint32Array | undefined;

  /** @param hex 64 hex digits. Read when the first byte is asked for: most visits ask for none. */
  constructor(private readonly hex64: string) {
    if (hex64.length !== 64) throw new Error('An input needs 32 random bytes as 64 hex digits.');
  }

  bytes(count: number): Uint8Array {
    const out = new Uint8Array(count);
    for (let i = 0; i < count; i++) out[i] = this.next();
    return out;
  }

  hex(count: number): string {
    return toHex(this.bytes(count));
  }

  /** A version 4 UUID. */
  uuid(): string {
    const bytes = this.bytes(16);
    bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
    return toHex(bytes, DASHES);
  }

  private next(): number {
    if (this.used === this.block.length) {
      this.key ??= keyOf(this.hex64);
      this.block = chachaBlock(this.key, this.counter++);
      this.used = 0;
    }
    return this.block[this.used++] as number;
  }
}

/** Of a stream that nobody asked yet: making a typed array is dear, and most visits draw nothing. */
const NONE = new Uint8Array(0);

function keyOf(hex: string): Uint32Array {
  const key = new Uint32Array(8);
  for (let i = 0; i < 8; i++) {
    let word = 0;
    for (let j = 3; j >= 0; j--) word = (word << 8) | (digit(hex, i * 8 + j * 2) << 4) | digit(hex, i * 8 + j * 2 + 1);
    key[i] = word;
  }
  return key;
}

/** By character codes: for its key alone, a stream would take longer to parse slices than to make its first block. */
function digit(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  if (letter >= 97 && letter <= 102) return letter - 87;
  throw new Error('An input needs 32 random bytes as 64 hex digits.');
}

/** Character codes of the hex digits. */
const DIGITS = Array.from('0123456789abcdef', (character) => character.charCodeAt(0));
const DASH = '-'.charCodeAt(0);
/** Bytes of a UUID before which a dash stands. */
const DASHES: readonly number[] = [4, 6, 8, 10];

/** Where texts are written; of no use after that. */
const codes: number[] = [];

/** In one piece: a text that is put together digit by digit is a tree of dozens of small texts, which whoever uses it as a key has to flatten. */
function toHex(bytes: Uint8Array, dashes: readonly number[] = []): string {
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (dashes.includes(i)) codes[at++] = DASH;
    codes[at++] = DIGITS[byte >> 4] as number;
    codes[at++] = DIGITS[byte & 15] as number;
  }
  codes.length = at;
  return String.fromCharCode.apply(null, codes);
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

function quarterRound(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  let va = x[a] as number;
  let vb = x[b] as number;
  let vc = x[c] as number;
  let vd = x[d] as number;
  va = (va + vb) | 0;
  vd = rotate(vd ^ va, 16);
  vc = (vc + vd) | 0;
  vb = rotate(vb ^ vc, 12);
  va = (va + vb) | 0;
  vd = rotate(vd ^ va, 8);
  vc = (vc + vd) | 0;
  vb = rotate(vb ^ vc, 7);
  x[a] = va;
  x[b] = vb;
  x[c] = vc;
  x[d] = vd;
}

/** "expand 32-byte k" */
const SIGMA = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** Where blocks are worked out, each from its beginning. */
const start = new Uint32Array(16);
const x = new Uint32Array(16);
start.set(SIGMA);

function chachaBlock(key: Uint32Array, counter: number): Uint8Array<ArrayBuffer> {
  start.set(key, 4);
  start[12] = counter;
  x.set(start);
  for (let round = 0; round < 10; round++) {
    quarterRound(x, 0, 4, 8, 12);
    quarterRound(x, 1, 5, 9, 13);
    quarterRound(x, 2, 6, 10, 14);
    quarterRound(x, 3, 7, 11, 15);
    quarterRound(x, 0, 5, 10, 15);
    quarterRound(x, 1, 6, 11, 12);
    quarterRound(x, 2, 7, 8, 13);
    quarterRound(x, 3, 4, 9, 14);
  }
  const out = new Uint8Array(64);
  for (let i = 0; i < 16; i++) {
    const word = ((x[i] as number) + (start[i] as number)) >>> 0;
    out[i * 4] = word & 0xff;
    out[i * 4 + 1] = (word >>> 8) & 0xff;
    out[i * 4 + 2] = (word >>> 16) & 0xff;
    out[i * 4 + 3] = word >>> 24;
  }
  return out;
}
