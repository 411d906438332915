/** What HTML of a journey may become: elements that only say how a text looks. All else is left out, with or without what is in it. */

const INLINE = [
  'a',
  'abbr',
  'b',
  'br',
  'code',
  'del',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
];
const BLOCK = ['blockquote', 'center', 'dd', 'div', 'dl', 'dt', 'footer', 'header', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'ul'];
const TABLE = ['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(INLINE);
export const ELEMENTS: ReadonlySet<string> = new Set([...INLINE, ...BLOCK, ...TABLE]);
/** Drawn as bold lines: the screen around them has headings of its own. */
export const HEADING_ELEMENTS: ReadonlySet<string> = new Set(HEADINGS);
export const EMPTY_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
/** Nobody reads what is in these. */
export const HIDDEN_ELEMENTS: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet'],
  ...['svg', 'math', 'head', 'title', 'link', 'meta', 'base', 'select', 'textarea', 'audio', 'video', 'canvas'],
]);

/** Addresses that a link may open, each in a tab of its own. */
export function safeLink(href: string | null): string | undefined {
  const address = href?.trim() ?? '';
  return /^(https?:\/\/|mailto:|tel:)/i.test(address) ? address : undefined;
}

/** A journey of AM's own login page, as journeys link to each other: `#/service/Registration`. */
export function journeyLink(href: string | null): string | undefined {
  const name = /^#[-/]service\/([^/?&#]+)$/.exec(href?.trim() ?? '')?.[1];
  return name === undefined ? undefined : `#/service/${name}`;
}

/** A picture that is in the text itself: nothing is fetched, as nothing leaves the machine. */
export function safePicture(src: string | null): string | undefined {
  const address = src?.trim() ?? '';
  return /^data:image\/(png|jpe?g|gif|webp|svg\+xml)[;,]/i.test(address) ? address : undefined;
}
