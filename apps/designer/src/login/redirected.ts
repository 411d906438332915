import { isObject, parseAnswer, type Step, type Target } from '../callbacks/index.ts';

/** A step whose redirect the person follows, kept until the browser comes back: the page itself is gone meanwhile (FRAuth.redirect and resume). */

const KEPT_AS = 'tandem.redirected';
/** What identity providers and AM's own federation add to the address to which they send the browser back (FRAuth.resume). */
const RETURNED = ['code', 'state', 'error', 'error_description', 'error_message', 'form_post_entry', 'responsekey', 'scope', 'nonce', '_txid'];
/** One of these is always there. */
const SIGNS = ['state', 'form_post_entry', 'responsekey', 'error'];

export function leave(base: string, target: Target, step: Step): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify({ base, target, step: step.raw }));
  } catch {
    // Without storage the journey starts afresh, as for somebody who closed the tab.
  }
}

/** The step that goes on, and what the other site said; null when the browser does not come from there. It is told once. */
export function cameBack(base: string, search: string): { target: Target; step: Step; parameters: [string, string][] } | null {
  const query = new URLSearchParams(search);
  if (!SIGNS.some((name) => query.has(name))) return null;
  const kept = take();
  if (!isObject(kept) || kept.base !== base || !isObject(kept.step) || !isObject(kept.target)) return null;
  const step = parseAnswer(200, kept.step);
  if (step.kind !== 'step') return null;
  return {
    target: kept.target as unknown as Target,
    step,
    parameters: RETURNED.flatMap((name): [string, string][] => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    }),
  };
}

function take(): unknown {
  try {
    const text = sessionStorage.getItem(KEPT_AS);
    sessionStorage.removeItem(KEPT_AS);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
