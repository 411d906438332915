/** HTML of mails, read as text: no browser is at hand here, and none is needed to tell what a mail says. One pass, whatever somebody wrote. */

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;', '`': '&#x60;', '=': '&#x3D;' };

/** As Handlebars escapes a value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, (character) => ESCAPES[character] ?? character);
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Elements whose content nobody reads. */
const HIDDEN = new Set(['head', 'style', 'script', 'title']);
/** Elements after which a line ends. */
const LINES = new Set(['p', 'div', 'tr', 'li', 'table', 'ul', 'ol', 'section', 'header', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** A piece of HTML: a tag ("/p" closes) or what stands between two. */
type Piece = { tag: string; inside: string } | { text: string };

function* piecesOf(html: string): Generator<Piece> {
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    if (start > at) yield { text: html.slice(at, start) };
    const comment = html.startsWith('<!--', start);
    const end = html.indexOf(comment ? '-->' : '>', start);
    // What is never closed hides the rest, as it does in a browser.
    if (end < 0) return;
    at = end + (comment ? 3 : 1);
    if (comment) continue;
    const tag = /^\/?[a-z][a-z0-9]*/.exec(lower.slice(start + 1, Math.min(end, start + 20)))?.[0] ?? '';
    yield { tag, inside: html.slice(start + 1, end) };
    if (!HIDDEN.has(tag)) continue;
    const closing = lower.indexOf(`</${tag}`, at);
    if (closing < 0) return;
    at = closing;
  }
  if (at < html.length) yield { text: html.slice(at) };
}

interface Read {
  text: string;
  hrefs: string[];
}

function read(html: string): Read {
  const hrefs: string[] = [];
  const out: string[] = [];
  let link: { address: string; from: number } | undefined;
  const closeLink = (): void => {
    if (!link) return;
    const words = out.splice(link.from).join('').trim();
    out.push(words === '' || words === link.address ? link.address : `${words} (${link.address})`);
    link = undefined;
  };
  for (const piece of piecesOf(html)) {
    if ('text' in piece) out.push(unescapeHtml(piece.text.replace(/\s+/g, ' ')));
    else if (piece.tag === 'br' || LINES.has(piece.tag.slice(1))) out.push('\n');
    else if (piece.tag === '/a') closeLink();
    else if (piece.tag === 'a') {
      closeLink();
      const found = HREF.exec(piece.inside);
      const address = unescapeHtml(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
      if (address === '') continue;
      hrefs.push(address);
      link = { address, from: out.length };
    }
  }
  closeLink();
  return { text: paragraphs(out.join('')), hrefs };
}

/** Lines without needless blanks, at most one empty one between two. */
function paragraphs(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return lines
    .filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''))
    .join('\n')
    .trim();
}

/** The text of an HTML mail, one line a paragraph; a link is followed by its address. */
export function htmlToText(html: string): string {
  return read(html).text;
}

/** Web addresses that a mail or message offers, in order, each once: of HTML its links and those written out. */
export function linksOf(text: string, html?: string): string[] {
  const hrefs = html === undefined ? [] : read(html).hrefs;
  const written = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/gi)].map(([address]) => withoutStops(address));
  return [...new Set([...hrefs, ...written])].filter((address) => /^https?:\/\//i.test(address));
}

/** Without the stops that end the sentence and not the address. */
function withoutStops(address: string): string {
  let end = address.length;
  while (end > 0 && '.,;:!?'.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}
