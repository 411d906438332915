import { type Token, tokenizer } from 'acorn';

interface Failure {
  message: string;
  pos: number;
}

/** acorn's words -> Rhino's (measured with Rhino 1.7.14). */
const TEXTS: readonly [RegExp, string][] = [
  [/^Not enough stack/, 'the script is nested too deeply'],
  [/^Unterminated string/, 'unterminated string literal'],
  [/^Unterminated template/, 'unterminated template literal'],
  [/^Unterminated regular/, 'unterminated regular expression literal'],
  [/^Unterminated comment/, 'unterminated comment'],
  [/^'return' outside/, 'invalid return'],
  [/^'import' and 'export'/, 'missing ; before statement'],
  [/^Invalid regular expression flag/, 'invalid flag after regular expression'],
  [/^Unsyntactic break/, 'unlabelled break must be inside loop or switch'],
  [/^Unsyntactic continue/, 'continue must be inside loop'],
  [/^Assigning to rvalue/, 'Invalid assignment left-hand side.'],
  [/octal/i, 'Old octal numbers prohibited in strict mode.'],
];

function tokensBefore(source: string, end: number): Token[] {
  const tokens: Token[] = [];
  try {
    for (const token of tokenizer(source, { ecmaVersion: 'latest' })) {
      if (token.end > end) break;
      tokens.push(token);
    }
  } catch {
    // What follows is no token at all.
  }
  return tokens;
}

const ENDS_EXPRESSION = new Set(['name', 'num', 'string', ')', ']', '}', 'regexp', '`']);

/** Which bracket is open at the end, and the token before it. */
function openBracket(tokens: readonly Token[]): { label: string; before: Token | undefined } | undefined {
  const open: number[] = [];
  tokens.forEach(({ type: { label } }, index) => {
    if (label === '(' || label === '[' || label === '{' || label === '${') open.push(index);
    else if (label === ')' || label === ']' || label === '}') open.pop();
  });
  const at = open.at(-1);
  return at === undefined ? undefined : { label: (tokens[at] as Token).type.label, before: tokens[at - 1] };
}

function unexpected(source: string, pos: number): string {
  if (source.slice(pos).trim() === '') return 'Unexpected end of file';
  const tokens = tokensBefore(source, pos);
  const last = tokens.at(-1)?.type.label;
  if (last === undefined || !ENDS_EXPRESSION.has(last)) return 'syntax error';
  const bracket = openBracket(tokens);
  if (bracket?.label === '[') return 'missing ] after element list';
  if (bracket?.label === '(') {
    const before = bracket.before?.type.label ?? '';
    if (/^(if|while|switch|for|with)$/.test(before)) return 'missing ) after condition';
    return ENDS_EXPRESSION.has(before) ? 'missing ) after argument list' : 'missing ) in parenthetical';
  }
  return 'missing ; before statement';
}

/** Rhino's text for a source that is no JavaScript at all; where two parsers differ too much it is `syntax error`. */
export function parseErrorText(source: string, { message, pos }: Failure): string {
  const plain = message.replace(/ \(\d+:\d+\)$/, '');
  const again = /^Identifier '(.+)' has already been declared$/.exec(plain);
  if (again)
    return `TypeError: redeclaration of ${new RegExp(`\\bconst\\s[^;]*\\b${again[1]?.replace(/\$/g, '\\$')}\\b`).test(source.slice(0, pos)) ? 'const' : 'var'} ${again[1]}.`;
  const character = /^Unexpected character '(.+)'$/.exec(plain);
  if (character) return `illegal character: ${character[1]}`;
  for (const [pattern, text] of TEXTS) if (pattern.test(plain)) return text;
  return /^Unexpected token|^Unexpected keyword/.test(plain) ? unexpected(source, pos) : 'syntax error';
}
