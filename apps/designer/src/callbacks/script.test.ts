import { expect, test } from 'vitest';
import { codeInScript } from './script.ts';

const script = (text: string) =>
  `/* AM */ window.QRCodeReader.createCode({\n  id: 'callback_0',\n  text: ${text},\n  version: '20',\n  code: 'L'\n});`;

test.each([
  ["'otpauth://totp/Tandem:bjensen?secret=ABC&issuer=Tandem'", 'otpauth://totp/Tandem:bjensen?secret=ABC&issuer=Tandem'],
  ['"pushauth://push/x?a=1\\x26b=2\\u0026c=3"', 'pushauth://push/x?a=1&b=2&c=3'],
  ["'it\\'s'", "it's"],
])('the code that AM’s script draws: %s', (literal, text) => expect(codeInScript(script(literal))).toBe(text));

test.each(['document.title = "x"', 'window.QRCodeReader.createCode(options)', ''])('any other script draws none: %s', (other) =>
  expect(codeInScript(other)).toBeNull(),
);
