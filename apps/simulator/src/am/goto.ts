import type { SimulationRuntime } from '../simulations/runtime.ts';

/** AM's limit (`org.forgerock.openam.redirecturlvalidator.maxUrlLength`). */
const LONGEST = 2000;

/**
 * Whether a `goto` may be followed: an address of this server, relative or whole, or one that the realm's Validation Service names, where `*`
 * stands for any run of characters. Any other is ignored (Ping docs: success and failure redirection URLs).
 *
 * @param base AM's context as the client sees it
 */
export function isTrustedGoto(goto: string, base: string, { model }: Pick<SimulationRuntime, 'model'>): boolean {
  if (goto.length > LONGEST || !URL.canParse(goto, base)) return false;
  const url = new URL(goto, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  const { gotoUrls = [], baseUrl } = model.realm.services;
  if (url.origin === new URL(base).origin || (baseUrl !== undefined && url.origin === new URL(baseUrl).origin)) return true;
  return gotoUrls.some((pattern) => matches(pattern, url.href));
}

function matches(pattern: string, url: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return url === pattern || url === `${pattern}/`;
  if (!url.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const found = url.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return url.length - last.length >= at && url.endsWith(last);
}
