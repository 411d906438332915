import { internalError } from './java-failure.ts';
import { append, codeAt, fromCharCode, indexOfText, sliceText } from './primordials.ts';

/** UTF-8 of a text; lone surrogates become U+FFFD as in Java. */
export function utf8Encode(value: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < value.length; i++) {
    let code = codeAt(value, i);
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = i + 1 < value.length ? codeAt(value, i + 1) : 0;
      if (code < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i++;
      } else code = 0xfffd;
    }
    if (code < 0x80) append(bytes, code);
    else if (code < 0x800) {
      append(bytes, 0xc0 | (code >> 6));
      append(bytes, 0x80 | (code & 63));
    } else {
      if (code < 0x10000) append(bytes, 0xe0 | (code >> 12));
      else {
        append(bytes, 0xf0 | (code >> 18));
        append(bytes, 0x80 | ((code >> 12) & 63));
      }
      append(bytes, 0x80 | ((code >> 6) & 63));
      append(bytes, 0x80 | (code & 63));
    }
  }
  return bytes;
}

/** Text of UTF-8 bytes, signed as Java's or unsigned; what is not UTF-8 becomes U+FFFD. */
export function utf8Decode(bytes: ArrayLike<number>): string {
  let value = '';
  for (let i = 0; i < bytes.length; ) {
    const first = (bytes[i] as number) & 255;
    const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
    let code = more <= 0 ? first : first & (0x3f >> more);
    let valid = more >= 0;
    for (let k = 1; valid && k <= more; k++) {
      const next = i + k < bytes.length ? (bytes[i + k] as number) & 255 : 0;
      if ((next & 0xc0) === 0x80) code = (code << 6) | (next & 63);
      else valid = false;
    }
    if (!valid) {
      value += '\ufffd';
      i += 1;
      continue;
    }
    value += code < 0x10000 ? fromCharCode(code) : fromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    i += more + 1;
  }
  return value;
}

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${sliceText(STANDARD, 0, 62)}-_`;

export function base64Encode(bytes: ArrayLike<number>, urlSafe: boolean): string {
  const alphabet = urlSafe ? URL_SAFE : STANDARD;
  let value = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const bits =
      (((bytes[i] as number) & 255) << 16) | (left > 1 ? ((bytes[i + 1] as number) & 255) << 8 : 0) | (left > 2 ? (bytes[i + 2] as number) & 255 : 0);
    value += (alphabet[bits >> 18] as string) + (alphabet[(bits >> 12) & 63] as string);
    value += left > 1 ? (alphabet[(bits >> 6) & 63] as string) : urlSafe ? '' : '=';
    value += left > 2 ? (alphabet[bits & 63] as string) : urlSafe ? '' : '=';
  }
  return value;
}

/** Java writes the letter as its number in hex. */
const hexOf = (code: number): string => {
  let hex = '';
  for (let rest = code; rest > 0; rest >>= 4) hex = ('0123456789abcdef'[rest & 15] as string) + hex;
  return hex;
};

/** Bytes 0 to 255. Both alphabets are read; padding and line breaks are skipped. */
export function base64Decode(value: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (let i = 0; i < value.length; i++) {
    const letter = value[i] as string;
    if (letter === '=' || letter === '\n' || letter === '\r') continue;
    const at = indexOfText(STANDARD, letter);
    const digit = at >= 0 ? at : indexOfText(URL_SAFE, letter);
    if (digit < 0) return internalError(`Illegal base64 character ${hexOf(codeAt(letter, 0))}`);
    bits = (bits << 6) | digit;
    count += 6;
    if (count >= 8) {
      count -= 8;
      append(bytes, (bits >> count) & 255);
      bits &= (1 << count) - 1;
    }
  }
  return bytes;
}
