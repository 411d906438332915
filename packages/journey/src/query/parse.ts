import { type Comparison, comparisons, type QueryFilter, QueryFilterError } from './ast.ts';

const TOKEN = /\s*(?:([()!])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([^\s()!"']+))/sy;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** The nesting that CREST's own parser allows is of this order; it keeps hostile filters off the call stack. */
const MAX_DEPTH = 200;

interface Token {
  kind: 'sign' | 'text' | 'word';
  text: string;
  position: number;
}

/**
 * Parses a CREST query filter (ForgeRock Common REST, "Filter expressions"):
 * `or` binds weaker than `and`, `and` weaker than `!`; `<pointer> pr`; `<pointer> eq|co|sw|lt|le|gt|ge <value>`; `true`, `false`; parentheses.
 * Pointers may lack the leading slash (`userName`, `/address/city`); values are strings in either kind of quotes, numbers, booleans or null.
 * Words of the grammar are recognised in any case.
 *
 * @param text the filter, URL-decoded
 * @throws QueryFilterError with the position and what was expected there
 */
export function parseQueryFilter(text: string): QueryFilter {
  const parser = new Parser(tokensOf(text), text.length);
  return parser.filter();
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let from = 0; from < end; from = TOKEN.lastIndex) {
    TOKEN.lastIndex = from;
    const match = TOKEN.exec(text);
    if (match === null) {
      const position = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
      throw new QueryFilterError(position, 'the closing quote of a string', text.slice(position, position + 20));
    }
    const [, sign, quoted, word] = match;
    const raw = sign ?? quoted ?? word ?? '';
    tokens.push({ kind: sign ? 'sign' : quoted ? 'text' : 'word', text: raw, position: TOKEN.lastIndex - raw.length });
  }
  return tokens;
}

class Parser {
  private index = 0;
  private depth = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly end: number,
  ) {}

  filter(): QueryFilter {
    const filter = this.or();
    if (this.index < this.tokens.length) this.fail('"and", "or" or the end');
    return filter;
  }

  private or(): QueryFilter {
    return this.chain('or', () => this.chain('and', () => this.not()));
  }

  private chain(op: 'and' | 'or', part: () => QueryFilter): QueryFilter {
    const of = [part()];
    while (this.takeWord(op)) of.push(part());
    return of.length === 1 ? (of[0] as QueryFilter) : { op, of };
  }

  private not(): QueryFilter {
    if (!this.takeSign('!')) return this.primary();
    return this.nested(() => ({ op: 'not', of: this.not() }));
  }

  private primary(): QueryFilter {
    if (this.takeSign('(')) {
      return this.nested(() => {
        const inner = this.or();
        if (!this.takeSign(')')) this.fail('")"');
        return inner;
      });
    }
    const token = this.tokens[this.index];
    if (token === undefined || token.kind !== 'word') return this.fail('a field, "(", "!", true or false');
    this.index++;
    const operator = this.tokens[this.index];
    const follows = operator?.kind === 'word' ? operator.text.toLowerCase() : undefined;
    if (follows === 'pr') {
      this.index++;
      return { op: 'pr', path: this.path(token) };
    }
    const comparison = comparisons.find((name) => name === follows);
    if (comparison !== undefined) {
      this.index++;
      return this.comparison(comparison, this.path(token));
    }
    const literal = token.text.toLowerCase();
    if (literal === 'true' || literal === 'false') return { op: 'literal', value: literal === 'true' };
    return this.fail(`pr, ${comparisons.join(', ')}`);
  }

  private comparison(op: Comparison, path: string[]): QueryFilter {
    const token = this.tokens[this.index];
    if (token === undefined || token.kind === 'sign') return this.fail('a value');
    this.index++;
    if (token.kind === 'text') return { op, path, value: token.text.slice(1, -1).replace(/\\(.)/gs, '$1') };
    const word = token.text.toLowerCase();
    if (word === 'null') return { op, path, value: null };
    if (word === 'true' || word === 'false') return { op, path, value: word === 'true' };
    if (NUMBER.test(word)) return { op, path, value: Number(word) };
    this.index--;
    return this.fail('a string in quotes, a number, true, false or null');
  }

  /** RFC 6901, the leading slash optional. */
  private path({ text, position }: Token): string[] {
    const parts = (text.startsWith('/') ? text.slice(1) : text).split('/');
    if (parts.some((part) => part === '')) throw new QueryFilterError(position, 'a field', text);
    return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }

  private nested(parse: () => QueryFilter): QueryFilter {
    if (++this.depth > MAX_DEPTH) this.fail(`at most ${MAX_DEPTH} levels of nesting`);
    const filter = parse();
    this.depth--;
    return filter;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.index];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.index++;
    return true;
  }

  private takeSign(sign: string): boolean {
    const token = this.tokens[this.index];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.index++;
    return true;
  }

  private fail(expected: string): never {
    const token = this.tokens[this.index];
    throw new QueryFilterError(token?.position ?? this.end, expected, token?.text ?? '');
  }
}
