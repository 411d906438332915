/** Base64 of UTF-8 text in pure JavaScript: this package runs where neither `Buffer` nor `atob` is promised. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SHAPE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const VALUE = new Map([...ALPHABET].map((character, value) => [character.charCodeAt(0), value]));

/** UTF-8 of a text; a lone surrogate becomes U+FFFD, as everywhere else. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const code = point >= 0xd800 && point < 0xe000 ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** The text behind UTF-8 bytes; undefined when they are not UTF-8 (overlong forms, surrogates, cut sequences). */
function fromUtf8(bytes: readonly number[]): string | undefined {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index++] as number;
    const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
    if (more < 0 || index + more > bytes.length) return undefined;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let step = 0; step < more; step++) {
      const next = bytes[index++] as number;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 63);
    }
    const least = [0, 0x80, 0x800, 0x10000][more] as number;
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
    parts.push(String.fromCodePoint(code));
  }
  return parts.join('');
}

export function encodeBase64(text: string): string {
  const bytes = utf8(text);
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(index, index + 3);
    const group = (a << 16) | (b << 8) | c;
    const left = bytes.length - index;
    parts.push(
      `${ALPHABET[group >> 18]}${ALPHABET[(group >> 12) & 63]}${left > 1 ? ALPHABET[(group >> 6) & 63] : '='}${left > 2 ? ALPHABET[group & 63] : '='}`,
    );
  }
  return parts.join('');
}

/** @returns undefined when the text is not base64 or its bytes are not UTF-8 */
export function decodeBase64(encoded: string): string | undefined {
  if (!SHAPE.test(encoded)) return undefined;
  const bytes: number[] = [];
  for (let index = 0; index < encoded.length; index += 4) {
    const at = (offset: number): number => VALUE.get(encoded.charCodeAt(index + offset)) ?? 0;
    const group = (at(0) << 18) | (at(1) << 12) | (at(2) << 6) | at(3);
    bytes.push(group >> 16);
    if (encoded[index + 2] !== '=') bytes.push((group >> 8) & 255);
    if (encoded[index + 3] !== '=') bytes.push(group & 255);
  }
  return fromUtf8(bytes);
}
