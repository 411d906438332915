import type { Issue, Json, JsonObject } from '../model.ts';
import { ImportRefused } from '../refused.ts';
import { isPollutingKey, MAX_DEPTH, MAX_ISSUES, pollutingKeyIssue } from './keys.ts';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Reads JSON (RFC 8259) and refuses what `JSON.parse` lets pass: duplicate keys, of which it silently keeps the last, and keys that could
 * pollute prototypes (`isPollutingKey`). One pass, linear time. A byte order mark at the start is skipped.
 *
 * @param text the file's content
 * @param file its name, for the issues
 * @throws ImportRefused `not-json` with line, column and what was expected there; `duplicate-key` or `polluting-key` with path and line of each
 */
export function parseJsonStrict(text: string, file?: string): Json {
  return new Reader(text, file).document();
}

class Reader {
  private position = 0;
  private readonly path: string[] = [];
  private readonly duplicates: Issue[] = [];
  private readonly polluting: Issue[] = [];
  /** Made when the first problem is placed: a good file needs no lines, a bad one may need many. */
  private lineStarts: number[] | undefined;

  constructor(
    private readonly text: string,
    private readonly file: string | undefined,
  ) {}

  document(): Json {
    if (this.text.charCodeAt(0) === 0xfeff) this.position = 1;
    const value = this.value();
    this.skipSpace();
    if (this.position < this.text.length) this.fail('the end of the file');
    if (this.polluting.length > 0) throw new ImportRefused('polluting-key', [...this.polluting, ...this.duplicates].slice(0, MAX_ISSUES));
    if (this.duplicates.length > 0) throw new ImportRefused('duplicate-key', this.duplicates.slice(0, MAX_ISSUES));
    return value;
  }

  private value(): Json {
    this.skipSpace();
    switch (this.text[this.position]) {
      case '{':
        return this.object();
      case '[':
        return this.list();
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private object(): JsonObject {
    this.enter();
    const result: JsonObject = {};
    if (this.take('}')) return result;
    do {
      this.skipSpace();
      const start = this.position;
      if (this.text[start] !== '"') this.fail('a key in double quotes');
      const key = this.string();
      if (!this.take(':')) this.fail('":" after the key');
      this.path.push(key);
      const value = this.value();
      this.path.pop();
      this.put(result, key, value, start);
    } while (this.take(','));
    if (!this.take('}')) this.fail('"," or "}"');
    return result;
  }

  private put(result: JsonObject, key: string, value: Json, start: number): void {
    if (isPollutingKey(key, value)) {
      if (this.polluting.length < MAX_ISSUES)
        this.polluting.push(pollutingKeyIssue(key, this.path, { file: this.file, line: this.place(start).line }));
    } else if (Object.hasOwn(result, key)) {
      if (this.duplicates.length >= MAX_ISSUES) return;
      this.duplicates.push({
        ...(this.file === undefined ? {} : { file: this.file }),
        field: [...this.path, key].join('.'),
        message: `The key "${key}" appears twice in the same object, the second time in line ${this.place(start).line}.`,
        expected: 'each key once',
      });
    } else {
      result[key] = value;
    }
  }

  private list(): Json[] {
    this.enter();
    const result: Json[] = [];
    if (this.take(']')) return result;
    do {
      this.path.push(String(result.length));
      result.push(this.value());
      this.path.pop();
    } while (this.take(','));
    if (!this.take(']')) this.fail('"," or "]"');
    return result;
  }

  private enter(): void {
    if (this.path.length > MAX_DEPTH) this.fail(`at most ${MAX_DEPTH} levels of nesting`);
    this.position++;
  }

  private string(): string {
    const { text } = this;
    const start = this.position;
    let escaped = false;
    for (let index = start + 1; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 0x22) {
        this.position = index + 1;
        return escaped ? this.unescape(start, index + 1) : text.slice(start + 1, index);
      }
      if (code === 0x5c) {
        escaped = true;
        index++;
      } else if (code < 0x20) {
        this.position = index;
        this.fail('an escaped control character (\\n, \\t, ...) or the closing quote');
      }
    }
    this.position = text.length;
    return this.fail('the closing quote of a string');
  }

  private unescape(start: number, end: number): string {
    try {
      return JSON.parse(this.text.slice(start, end)) as string;
    } catch {
      this.position = start;
      return this.fail('a string with valid escapes');
    }
  }

  private number(): number {
    NUMBER.lastIndex = this.position;
    const match = NUMBER.exec(this.text);
    if (match === null) return this.fail('a value');
    const value = Number(match[0]);
    if (!Number.isFinite(value)) this.fail('a number that fits 64-bit floating point');
    this.position += match[0].length;
    return value;
  }

  private word<T extends Json>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.position)) this.fail('a value');
    this.position += word.length;
    return value;
  }

  private take(character: string): boolean {
    this.skipSpace();
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.position++;
    }
  }

  private place(position: number): { line: number; column: number } {
    this.lineStarts ??= lineStartsOf(this.text);
    let [low, high] = [0, this.lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] as number) <= position) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: position - (this.lineStarts[low] as number) + 1 };
  }

  private fail(expected: string): never {
    const { line, column } = this.place(this.position);
    const atEnd = this.position >= this.text.length;
    const found = atEnd ? 'it ends there' : `found ${JSON.stringify(this.text.slice(this.position, this.position + 20))}`;
    const message =
      this.text.trim() === ''
        ? 'The file is empty.'
        : `${atEnd ? 'The file is cut off' : 'Not JSON'} at line ${line}, column ${column}: expected ${expected}, ${found}.`;
    throw new ImportRefused('not-json', [
      {
        ...(this.file === undefined ? {} : { file: this.file }),
        ...(this.path.length === 0 ? {} : { field: this.path.join('.') }),
        message,
        expected,
      },
    ]);
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}
