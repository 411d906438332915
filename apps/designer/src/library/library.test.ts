import type { JourneySummary } from '@tandem/api';
import { describe, expect, test } from 'vitest';
import { simulationTitle } from '../runs/title.ts';
import { nameProblem } from './actions.ts';
import { missing } from './missing.ts';
import { changedAt, type Listing, pairsOf, tagsOf, UNTAGGED } from './pairs.ts';

const summary = (id: string, more: Partial<JourneySummary> = {}): JourneySummary => ({
  id,
  enabled: true,
  innerTreeOnly: false,
  transactionalOnly: false,
  tags: [],
  nodeCount: 1,
  innerCount: 0,
  starts: [],
  enters: [],
  startedBy: [],
  nodeTypes: [],
  version: 1,
  modifiedAt: '2026-01-01T00:00:00Z',
  ...more,
});
const journeys = [
  summary('Alone', { tags: ['x'] }),
  summary('User', { startedBy: ['Desk'] }),
  summary('Desk', { starts: ['User'], description: 'Verify a caller' }),
];

const mains = (listing: Partial<Listing>, list = journeys) =>
  pairsOf(list, { query: '', tag: null, sort: 'pairs', ...listing }).map(({ main }) => main.id);

describe('library', () => {
  test('pairs stand together and first; a search that finds one of a pair shows both', () => {
    expect(
      pairsOf(journeys, { query: '', tag: null, sort: 'pairs' }).map(({ main, backchannel }) => [main.id, ...backchannel.map(({ id }) => id)]),
    ).toEqual([['Desk', 'User'], ['Alone']]);
    expect(mains({ query: 'user' })).toEqual(['Desk']);
    expect(mains({ query: 'caller' })).toEqual(['Desk']);
    expect(mains({ tag: 'x' })).toEqual(['Alone']);
    expect(mains({ tag: UNTAGGED })).not.toContain('Alone');
    expect(mains({ tag: UNTAGGED }).length).toBeGreaterThan(0);
  });

  test('a node type that a journey uses finds it, by its name and by its id; every word has to be found', () => {
    const list = [summary('A', { nodeTypes: ['MessageNode'], description: 'greets' }), summary('B', { nodeTypes: ['PageNode'] })];
    const typeNames = { MessageNode: 'Message Node', PageNode: 'Page Node' };
    expect(mains({ query: 'message node', typeNames }, list)).toEqual(['A']);
    expect(mains({ query: 'pagenode', typeNames }, list)).toEqual(['B']);
    expect(mains({ query: 'greets page', typeNames }, list)).toEqual([]);
  });

  test('sorted by name, by the newest change of a pair, by the larger journey of a pair', () => {
    const list = [
      summary('B', { modifiedAt: '2026-01-02T00:00:00Z', nodeCount: 5 }),
      summary('A', { modifiedAt: '2026-01-01T00:00:00Z', nodeCount: 2, starts: ['C'] }),
      summary('C', { modifiedAt: '2026-01-03T00:00:00Z', nodeCount: 3, innerCount: 1 }),
    ];
    expect(mains({ sort: 'name' }, list)).toEqual(['A', 'B']);
    expect(mains({ sort: 'changed' }, list)).toEqual(['A', 'B']);
    expect(mains({ sort: 'nodes' }, list)).toEqual(['B', 'A']);
  });

  test('tags, and when a journey changed', () => {
    expect(tagsOf(journeys)).toEqual(['x']);
    const now = Date.parse('2026-01-03T00:00:00Z');
    expect(changedAt('2026-01-02T23:58:00Z', now)).toBe('2 min ago');
    expect(changedAt('2026-01-02T00:00:00Z', now)).toBe('yesterday');
  });

  test('a name says why it cannot be used', () => {
    expect(nameProblem('desk', ['Desk'])).toContain('a journey Desk already');
    expect(nameProblem('.', [])).toContain('dots');
    expect(nameProblem(' .. ', [])).toContain('dots');
    expect(nameProblem('a.b', [])).toBeNull();
    expect(nameProblem('x'.repeat(100), [])).toBeNull();
    expect(nameProblem('x'.repeat(101), [])).toContain('At most 100 characters; these are 101');
    expect(nameProblem(' ', [])).toContain('A name');
    expect(nameProblem('a/b', [])).toContain('without');
    expect(nameProblem('Copy of Desk', ['Desk'])).toBeNull();
  });
});

describe('a simulation in the list', () => {
  const entry = { id: 's', realm: 'alpha', createdAt: '2026-11-22T10:00:00Z', clockMode: 'virtual' as const };

  test('goes by its journey and user, until it has a name', () => {
    expect(simulationTitle({ ...entry, journey: 'HelpDesk', user: 'bjensen' })).toEqual({
      title: 'HelpDesk · bjensen',
      about: 'alpha · virtual clock',
    });
    expect(simulationTitle({ ...entry, journey: 'HelpDesk', name: 'Wrong phone' })).toEqual({
      title: 'Wrong phone',
      about: 'HelpDesk · alpha · virtual clock',
    });
  });

  test('says when nothing ran in it', () => expect(simulationTitle(entry).title).toBe('Nothing run yet'));
});

test('who would miss journeys are the realm, and journeys that do not go with them', () => {
  const place = { node: 'n', displayName: 'N' };
  const uses = [
    { kind: 'inner', target: 'A', journey: 'B', ...place },
    { kind: 'starts', target: 'A', journey: 'C', ...place },
    { kind: 'default', target: 'A' },
  ] as const;
  expect(missing(uses, ['A', 'B'])).toEqual([uses[1], uses[2]]);
});
