import { describe, expect, test } from 'vitest';
import { ALL_RUNS, filterIn, isNarrowed, queryOf, requestOf } from './filter.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('what is looked for', () => {
  test('stands in the address and comes back from it', () => {
    const filter = { search: 'wrong & late', journey: 'HelpDesk', outcome: 'failed', time: 'week', kept: true, page: 3 } as const;
    expect(filterIn(queryOf(filter))).toEqual(filter);
    expect(queryOf(ALL_RUNS)).toBe('');
  });
  test.each(['?page=0', '?page=-2', '?page=x', '?page=1.5', '?outcome=perhaps', '?time=never', '?kept=maybe', '?page=99999999999'])(
    'what an address cannot mean is not asked for: %s',
    (query) => expect(filterIn(query)).toEqual(ALL_RUNS),
  );
  test('another page of everything narrows nothing', () => {
    expect(isNarrowed({ ...ALL_RUNS, page: 4 })).toBe(false);
    expect(isNarrowed({ ...ALL_RUNS, kept: true })).toBe(true);
  });
  test('the server is asked for one page, of a time that is counted from now', () => {
    const asked = new URLSearchParams(requestOf({ ...ALL_RUNS, search: ' bjensen ', time: 'month', page: 2 }, NOW));
    expect(Object.fromEntries(asked)).toEqual({ search: 'bjensen', from: '2026-10-23T12:00:00.000Z', limit: '50', offset: '50' });
    expect(new URLSearchParams(requestOf({ ...ALL_RUNS, time: 'older' }, NOW)).get('to')).toBe('2026-10-23T12:00:00.000Z');
  });
  test('all that fit are asked for from the first on, whatever page is shown', () => {
    expect(new URLSearchParams(requestOf({ ...ALL_RUNS, page: 7 }, NOW, 10_000)).get('offset')).toBe('0');
  });
});
