/** A mail template as IDM writes it: Handlebars, as far as email templates use it. */

export type TemplatePart =
  | { kind: 'text'; text: string }
  | { kind: 'value'; path: string; raw: boolean }
  | { kind: 'block'; helper: BlockHelper; path: string; body: TemplatePart[]; otherwise: TemplatePart[] };
export type BlockHelper = 'if' | 'unless' | 'each' | 'with' | 'section';

/** What is wrong with a template, in words for the log. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** Blocks inside blocks; nobody writes more by hand. */
const MAX_DEPTH = 50;
const HELPERS = new Set<string>(['if', 'unless', 'each', 'with']);

interface Open {
  block: Extract<TemplatePart, { kind: 'block' }>;
  /** As it was written, for messages. */
  name: string;
  inElse: boolean;
}

/** @throws TemplateError when a block is left open or closed twice, or a helper is not known here */
export function parseTemplate(source: string): TemplatePart[] {
  const root: TemplatePart[] = [];
  const open: Open[] = [];
  const add = (part: TemplatePart): void => {
    const top = open.at(-1);
    (top ? (top.inElse ? top.block.otherwise : top.block.body) : root).push(part);
  };
  for (const piece of piecesOf(source)) {
    if ('text' in piece) add({ kind: 'text', text: piece.text });
    else if (piece.raw) add({ kind: 'value', path: pathOf(piece.expression), raw: true });
    else tag(piece.expression, open, add);
  }
  const left = open.at(-1);
  if (left) throw new TemplateError(`{{#${left.name}}} is not closed.`);
  return root;
}

/** Why a text cannot be filled in; undefined when it can. */
export function templateProblem(source: string): string | undefined {
  try {
    parseTemplate(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error.message;
  }
}

type Piece = { text: string } | { expression: string; raw: boolean };

/** Text and tags in turn; comments are gone. */
function* piecesOf(source: string): Generator<Piece> {
  let at = 0;
  for (let start = source.indexOf('{{'); start >= 0; start = source.indexOf('{{', at)) {
    if (start > at) yield { text: source.slice(at, start) };
    const [opening, closing] = source.startsWith('{{{', start)
      ? ['{{{', '}}}']
      : source.startsWith('{{!--', start)
        ? ['{{!--', '--}}']
        : ['{{', '}}'];
    const end = source.indexOf(closing, start + opening.length);
    if (end < 0) throw new TemplateError(`${opening} at character ${start + 1} is not closed.`);
    at = end + closing.length;
    const expression = trimmed(source.slice(start + opening.length, end));
    if (opening !== '{{!--' && !expression.startsWith('!')) yield { expression, raw: opening === '{{{' };
  }
  if (at < source.length) yield { text: source.slice(at) };
}

/** Without blanks and the marks that would take them off the text around. */
function trimmed(expression: string): string {
  return expression.replace(/^~/, '').replace(/~$/, '').trim();
}

function tag(written: string, open: Open[], add: (part: TemplatePart) => void): void {
  const sigil = '#/^&'.includes(written.charAt(0)) ? written.charAt(0) : '';
  const expression = written.slice(sigil.length).trim();
  if (sigil === '#') {
    if (open.length >= MAX_DEPTH) throw new TemplateError(`More than ${MAX_DEPTH} blocks stand inside each other.`);
    const block = blockOf(expression);
    add(block);
    open.push({ block, name: expression, inElse: false });
  } else if (sigil === '/') {
    const top = open.pop();
    if (!top || top.name.split(/\s+/)[0] !== expression) throw new TemplateError(`{{/${expression}}} closes nothing.`);
  } else if (expression === 'else' || (sigil === '^' && expression === '')) {
    const top = open.at(-1);
    if (!top) throw new TemplateError('{{else}} stands outside of a block.');
    top.inElse = true;
  } else if (sigil === '^') {
    const block: TemplatePart = { kind: 'block', helper: 'unless', path: pathOf(expression), body: [], otherwise: [] };
    add(block);
    open.push({ block, name: expression, inElse: false });
  } else add({ kind: 'value', path: pathOf(expression), raw: sigil === '&' });
}

function blockOf(expression: string): Open['block'] {
  const [first = '', ...rest] = expression.split(/\s+/);
  const helper = HELPERS.has(first) && rest.length > 0;
  return {
    kind: 'block',
    helper: helper ? (first as BlockHelper) : 'section',
    path: pathOf(helper ? rest.join(' ') : expression),
    body: [],
    otherwise: [],
  };
}

function pathOf(expression: string): string {
  if (/\s/.test(expression)) throw new TemplateError(`{{${expression}}} calls a helper that does not exist.`);
  return expression;
}
