/** A moment in the address: `?moment=34`, so that it can be shared. */

const NAME = 'moment';

export function momentOf(search: string): number | null {
  const text = new URLSearchParams(search).get(NAME);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The same address at another moment; null is now, which needs no words. */
export function atMoment(href: string, seq: number | null): string {
  const url = new URL(href);
  if (seq === null) url.searchParams.delete(NAME);
  else url.searchParams.set(NAME, String(seq));
  return url.href;
}
