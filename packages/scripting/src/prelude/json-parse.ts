import { codeAt, define, globals, indexOfText, parseJson, sliceText, toText } from './primordials.ts';

const Failure = SyntaxError;

/** Walks through broken JSON as Rhino's JsonParser does (1.7.14), to say the same about it. Run only when the text does not parse. */
function reader(json: string) {
  let at = 0;
  const fail = (message: string): never => {
    throw new Failure(message);
  };
  const blank = () => {
    while (at < json.length && indexOfText(' \t\r\n', json[at] as string) >= 0) at++;
  };
  function word(rest: string, first: string): void {
    if (sliceText(json, at, at + rest.length) !== rest) fail(`Unexpected token: ${first}`);
    at += rest.length;
  }
  function string(): void {
    while (at < json.length) {
      const letter = json[at++] as string;
      if (letter === '"') return;
      if (codeAt(letter, 0) <= 0x1f) fail('String contains control character');
      if (letter === '\\') {
        const escaped = json[at++];
        if (escaped === undefined) break;
        if (escaped === 'u') {
          const hex = sliceText(json, at, at + 4);
          for (let i = 0; i < 4; i++)
            if (hex[i] === undefined || indexOfText('0123456789abcdefABCDEF', hex[i] as string) < 0) fail(`Invalid character code: ${hex}`);
          at += 4;
        } else if (indexOfText('"\\/bfnrt', escaped) < 0) fail(`Unexpected character in string: '\\${escaped}'`);
      }
    }
    fail('Unterminated string literal');
  }
  const digits = () => {
    const from = at;
    while (at < json.length && indexOfText('0123456789', json[at] as string) >= 0) at++;
    return at > from;
  };
  function number(first: string): void {
    const from = at - 1;
    const wrong = () => fail(`Unsupported number format: ${sliceText(json, from, at)}`);
    if (first === '-') {
      if (at < json.length && json[at] === '0') at++;
      else if (!digits()) wrong();
    } else if (first !== '0') digits();
    if (json[at] === '.') {
      at++;
      if (!digits()) wrong();
    }
    if (json[at] === 'e' || json[at] === 'E') {
      at++;
      if (json[at] === '+' || json[at] === '-') at++;
      if (!digits()) wrong();
    }
  }
  function members(end: string, kind: 'object' | 'array', member: () => void): void {
    blank();
    if (json[at] === end) {
      at++;
      return;
    }
    let needsComma = false;
    while (at < json.length) {
      const letter = json[at] as string;
      if (letter === end || letter === ',') {
        if (!needsComma) fail(`Unexpected comma in ${kind} literal`);
        at++;
        if (letter === end) return;
        needsComma = false;
      } else {
        if (kind === 'object' && letter !== '"') fail('Unexpected token in object literal');
        if (needsComma) fail(`Missing comma in ${kind} literal`);
        member();
        needsComma = true;
      }
      blank();
    }
    fail(`Unterminated ${kind} literal`);
  }
  function pair(): void {
    at++;
    string();
    blank();
    if (at >= json.length) fail('Expected : but reached end of stream');
    const letter = json[at++] as string;
    if (letter !== ':') fail(`Expected : found ${letter}`);
    value();
  }
  function value(): void {
    blank();
    if (at >= json.length) fail('Empty JSON string');
    const letter = json[at++] as string;
    if (letter === '{') members('}', 'object', pair);
    else if (letter === '[') members(']', 'array', value);
    else if (letter === '"') string();
    else if (letter === 't') word('rue', letter);
    else if (letter === 'f') word('alse', letter);
    else if (letter === 'n') word('ull', letter);
    else if (letter === '-' || indexOfText('0123456789', letter) >= 0) number(letter);
    else fail(`Unexpected token: ${letter}`);
  }
  return () => {
    value();
    blank();
    if (at < json.length) fail(`Expected end of stream at char ${at}`);
  };
}

/** `JSON.parse` with the messages of Rhino's parser (measured with 1.7.14): scripts log `e.message` of answers that are no JSON. */
export function installJsonParse(): void {
  const json = globals.JSON as object;
  const parse = parseJson as (text: unknown, ...reviver: unknown[]) => unknown;
  define(
    json,
    'parse',
    (given: unknown, ...rest: unknown[]) => {
      try {
        return rest.length > 0 ? parse(given, rest[0]) : parse(given);
      } catch (error) {
        if (error instanceof Failure) {
          reader(toText(given))();
        }
        throw error;
      }
    },
    false,
  );
}
