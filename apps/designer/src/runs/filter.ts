/** What is looked for on the Simulations screen; it stands in the address, so that it can be shared and survives the way to a simulation and back. */

export const OUTCOMES = ['running', 'succeeded', 'failed'] as const;
export const TIMES = ['today', 'week', 'month', 'older'] as const;

export interface RunFilter {
  /** In name, journey or user, or the beginning of an id. */
  search: string;
  /** Empty: any. */
  journey: string;
  outcome: (typeof OUTCOMES)[number] | '';
  /** When it was created. */
  time: (typeof TIMES)[number] | '';
  /** Only those that have a name or a pin. */
  kept: boolean;
  /** From 1. */
  page: number;
}

export const ALL_RUNS: RunFilter = { search: '', journey: '', outcome: '', time: '', kept: false, page: 1 };
/** Rows of one page. */
export const PAGE = 50;
const DAY_MS = 86_400_000;

function oneOf<V extends string>(values: readonly V[], text: string | null): V | '' {
  return values.find((value) => value === text) ?? '';
}

/** What an address asks for; what it cannot mean counts as not asked for. */
export function filterIn(query: string): RunFilter {
  const parameters = new URLSearchParams(query);
  const page = Number(parameters.get('page') ?? 1);
  return {
    search: parameters.get('search') ?? '',
    journey: parameters.get('journey') ?? '',
    outcome: oneOf(OUTCOMES, parameters.get('outcome')),
    time: oneOf(TIMES, parameters.get('time')),
    kept: parameters.get('kept') === 'true',
    page: Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
  };
}

/** The part of the address behind the path; empty for all. */
export function queryOf({ search, journey, outcome, time, kept, page }: RunFilter): string {
  const told = { search, journey, outcome, time, kept: kept ? 'true' : '', page: page > 1 ? String(page) : '' };
  const query = new URLSearchParams(Object.entries(told).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

export const isNarrowed = (filter: RunFilter): boolean => queryOf({ ...filter, page: 1 }) !== '';

/**
 * What the server is asked for.
 *
 * @param now epoch ms; a day begins at midnight where the person is
 * @param most how many at most; default a page
 */
export function requestOf({ search, journey, outcome, time, kept, page }: RunFilter, now: number, most = PAGE): string {
  const times = {
    today: { from: new Date(now).setHours(0, 0, 0, 0) },
    week: { from: now - 7 * DAY_MS },
    month: { from: now - 30 * DAY_MS },
    older: { to: now - 30 * DAY_MS },
    '': {},
  }[time];
  const asked = { search: search.trim(), journey, outcome, kept: kept ? 'true' : '' };
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  for (const [name, at] of Object.entries(times)) query.set(name, new Date(at).toISOString());
  query.set('limit', String(most));
  query.set('offset', String(most === PAGE ? (page - 1) * PAGE : 0));
  return `?${query}`;
}
