/**
 * What the QR code of a script says that AM sends to its own login UI (registration of an authenticator app):
 * `window.QRCodeReader.createCode({ id: 'callback_0', text: 'otpauth://…', version: '20', code: 'L' })`. Scripts are not run here, but this one
 * is known for what it draws. Null for any other script.
 */
export function codeInScript(script: string): string | null {
  const call = /QRCodeReader\s*\.\s*createCode\s*\(\s*\{([\s\S]*?)\}\s*\)/.exec(script)?.[1];
  const literal = call === undefined ? undefined : /(?:^|[{,\s])["']?text["']?\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/.exec(call);
  const text = literal?.[1] ?? literal?.[2];
  return text === undefined ? null : text.replace(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\(.)/gi, unescaped);
}

/** AM writes `&` as `\x26` or `\u0026` in its scripts. */
function unescaped(_all: string, byte: string | undefined, unit: string | undefined, character: string): string {
  const code = byte ?? unit;
  return code === undefined ? character : String.fromCharCode(Number.parseInt(code, 16));
}
