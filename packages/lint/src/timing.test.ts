import { describe, expect, test } from 'vitest';
import type { Example } from './rule.ts';
import { exampleOf } from './testing/sketch.ts';
import { timingOf } from './timing.ts';

function timing(config: Record<string, number>, rest: { main?: object; phone?: object; waits?: Record<string, number>; ttl?: number } = {}) {
  const { main = {}, phone = {}, waits = { wait: 5 }, ttl = 180 } = rest;
  const pending = Object.keys(waits);
  const example: Example = {
    title: '',
    journey: {
      nodes: {
        init: ['BackChannelInitNode', { tree: 'Phone', idType: 'NONE', ...config }, { created: 'status' }],
        status: ['BackChannelStatusNode', {}, { pending: pending[0] ?? 'failure', inprogress: pending.at(-1) ?? 'failure', success: 'success' }],
        ...Object.fromEntries(Object.entries(waits).map(([id, secondsToWait]) => [id, ['PollingWaitNode', { secondsToWait }, { DONE: 'status' }]])),
      },
      tree: main,
    },
    others: { Phone: { nodes: { ask: ['MessageNode', {}, { true: 'success' }] }, tree: phone } },
    realm: { services: { transactionTimeToLive: ttl } },
  };
  const { document, realm } = exampleOf(example);
  return timingOf(document, realm, 'init');
}
const limits = (...args: Parameters<typeof timing>) =>
  timing(...args)?.limits.map(({ id, seconds, counts }) => `${id} ${seconds}${counts ? '' : ' unused'}`);

describe('times around Backchannel Initialize', () => {
  test('are Max Time, or the realm’s time to live, and the limits of both journeys', () => {
    expect(limits({ timeout: 120 }, { main: { treeTimeout: 10 } })).toEqual(['transaction 120', 'realm 180 unused', 'journey 600', 'target 300']);
    expect(limits({}, { phone: { treeTimeout: 2 } })).toEqual(['realm 180', 'journey 300', 'target 120']);
  });
  test('say that the transaction ends first, and how often Status has looked by then', () => {
    expect(timing({ timeout: 120 })?.words).toBe(
      'The transaction ends first, after 120 s: Status answers Unknown from then on. By then Status has looked 24 times, every 5 s.',
    );
  });
  test('say that a journey ends first', () => {
    expect(timing({ timeout: 600 })?.words).toContain('This journey ends first, after 300 s');
    expect(timing({ timeout: 120 }, { phone: { treeTimeout: 1 } })?.words).toContain('Phone ends first, after 60 s');
  });
  test('of a loop with two waits lie between both', () => {
    expect(timing({ timeout: 60 }, { waits: { short: 5, long: 10 } })?.looks).toEqual({ fewest: 6, most: 12 });
    expect(timing({ timeout: 60 }, { waits: { short: 5, long: 10 } })?.words).toContain('looked 6 to 12 times, every 5 to 10 s');
  });
  test('know no looks where nothing waits', () => {
    expect(timing({ timeout: 60 }, { waits: {} })).toMatchObject({ wait: null, looks: null });
  });
  test('of an inner journey leave its own limit out: it runs on the time of the one around it', () => {
    expect(limits({ timeout: 600 }, { main: { innerTreeOnly: true } })).toEqual(['transaction 600', 'realm 180 unused', 'target 300']);
  });
});
