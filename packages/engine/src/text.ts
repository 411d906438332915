/** Text helpers that the ECMAScript library lacks without DOM or Node. */

/** Appends query parameters to a URL, before a fragment, keeping what is there. */
export function withParameters(url: string, parameters: Record<string, string>): string {
  const hash = url.indexOf('#');
  const base = hash < 0 ? url : url.slice(0, hash);
  const fragment = hash < 0 ? '' : url.slice(hash);
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const separator = !base.includes('?') ? '?' : base.endsWith('?') || base.endsWith('&') ? '' : '&';
  return `${base}${separator}${query}${fragment}`;
}

/**
 * Locales of an Accept-Language header, best first (RFC 9110, 12.5.4). Ranges with q=0 and the wildcard are left out.
 *
 * @example parseAcceptLanguage(['de;q=0.5, en-GB']) // ["en-GB", "de"]
 */
export function parseAcceptLanguage(values: readonly string[]): readonly string[] {
  const header = values.join();
  // One client asks for its languages several times in a visit, and most clients ask for the same.
  if (last.header !== header) last = { header, locales: parsed(values) };
  return last.locales;
}

let last: { header: string; locales: readonly string[] } = { header: '', locales: [] };

function parsed(values: readonly string[]): readonly string[] {
  const ranges = values
    .flatMap((value) => value.split(','))
    .map((part, order) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      const q = quality === undefined ? 1 : Number(quality.slice(2));
      return { tag, q: Number.isFinite(q) ? q : 0, order };
    })
    .filter((range) => range.tag !== '' && range.tag !== '*' && range.q > 0);
  return Object.freeze(ranges.sort((a, b) => b.q - a.q || a.order - b.order).map((range) => range.tag));
}
