/** Values of ESVs: base64 of their text, which has to be of the variable's type (Ping docs: expression types of variables). */

export const TYPES = ['string', 'int', 'number', 'bool', 'list', 'array', 'object', 'base64encodedinlined'] as const;
export type ExpressionType = (typeof TYPES)[number];

/** @returns undefined where the value is no base64 of UTF-8 */
export function decodeValue(valueBase64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(valueBase64), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function encodeValue(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const isJson = (text: string, is: (value: unknown) => boolean): boolean => {
  try {
    return is(JSON.parse(text));
  } catch {
    return false;
  }
};

/** What is wrong with a text as a value of the type, with what would be right. */
export function valueProblem(type: ExpressionType, text: string): string | undefined {
  switch (type) {
    case 'int':
      return /^[+-]?\d+$/.test(text.trim()) ? undefined : 'A whole number, such as 42.';
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? undefined : 'A number, such as 4.2.';
    case 'bool':
      return /^(true|false)$/i.test(text.trim()) ? undefined : 'true or false.';
    case 'array':
      return isJson(text, Array.isArray) ? undefined : 'A JSON array, such as ["a", "b"].';
    case 'object':
      return isJson(text, (value) => typeof value === 'object' && value !== null && !Array.isArray(value))
        ? undefined
        : 'A JSON object, such as {"a": 1}.';
    default:
      return undefined;
  }
}
