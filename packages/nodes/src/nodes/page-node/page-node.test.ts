import { describe, expect, test } from 'vitest';
import { goTo, send } from '../../contract.ts';
import { outcomesOf } from '../../lookup.ts';
import { nameCallback } from '../../support/callbacks.ts';
import { visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const first = { _id: 'c1', nodeType: 'UsernameCollectorNode', displayName: 'Name' };
const last = { _id: 'c2', nodeType: 'DataStoreDecisionNode', displayName: 'Check' };
const nodes = [first, last];

describe('execution', () => {
  const page = send([nameCallback('User Name')]);

  test('the engine runs the children in order', () => {
    const { action, recorded } = visit('PageNode', { config: { nodes } });
    expect(recorded.pages).toEqual([['c1', 'c2']]);
    expect(action).toEqual(goTo('outcome'));
  });

  test.each([
    ['1.0', []],
    ['2.0', [expect.stringContaining('2.0')]],
  ])('in version %s the steps that go on rest on the assumptions %j', (version, rules) => {
    const { recorded } = visit('PageNode', { config: { nodes }, version });
    expect(recorded.reasons.map(({ rule }) => rule)).toEqual(rules);
  });

  test("the step carries header, description and stage, in the client's language or the realm's", () => {
    const config = { nodes, pageHeader: { en: 'Hello', de: 'Hallo' }, pageDescription: { fr: 'Bonjour', en: 'Good day' }, stage: 'login' };
    const { action } = visit('PageNode', { config, page, locales: ['de'] });
    expect(action).toMatchObject({ callbacks: page.kind === 'send' ? page.callbacks : [], header: 'Hallo', description: 'Good day', stage: 'login' });
  });

  test('a text in no language that fits is not sent; stage, header and description of a child stay', () => {
    const config = { nodes, pageHeader: { fr: 'Bonjour' } };
    const childs = { ...page, header: 'child', stage: 'child' };
    expect(visit('PageNode', { config, page: childs, locales: ['de'] }).action).toEqual({ ...childs, description: undefined });
  });

  test('asks, answers and goes, as the engine says', () => {
    const config = { nodes, pageHeader: { en: 'Hello' } };
    expect(trace('PageNode', { config, page }, [{ answer: { 0: 'bjensen' }, options: { page: goTo('true') } }])).toEqual([
      'ask NameCallback {"prompt":"User Name"}',
      'answer NameCallback ["bjensen"]',
      'go true',
    ]);
  });

  test('a page without texts sends none', () => {
    const { action } = visit('PageNode', { config: { nodes, pageHeader: {}, stage: '' }, page });
    expect(action).toEqual({ ...page, header: undefined, description: undefined, stage: undefined });
  });
});

describe('outcomes', () => {
  const realm = { nodes: {}, nodeTypes: {} };
  const ids = (version: string | undefined, config: object, stored: string[] = []) =>
    outcomesOf(
      realm,
      { nodeType: 'PageNode', ...(version ? { version } : {}) },
      {
        _id: 'p',
        _type: { _id: 'PageNode' },
        _outcomes: stored.map((id) => ({ id })),
        ...config,
      },
    ).map(({ id }) => id);

  test('of version 1.0, and without a version, are those of the last child', () => {
    expect(ids('1.0', { nodes })).toEqual(['true', 'false']);
    expect(ids(undefined, { nodes })).toEqual(['true', 'false']);
  });

  test("of version 2.0 carry the child's id", () => {
    expect(ids('2.0', { nodes })).toEqual(['c2-true', 'c2-false']);
  });

  test('of an empty page are none', () => {
    expect(ids('1.0', { nodes: [] })).toEqual([]);
    expect(ids('1.0', {})).toEqual([]);
  });

  test("come from the child's own configuration", () => {
    const withChild = { nodes: { 'PollingWaitNode/w': { _id: 'w', _type: { _id: 'PollingWaitNode' }, exitable: true } }, nodeTypes: {} };
    const page = { _id: 'p', _type: { _id: 'PageNode' }, nodes: [{ _id: 'w', nodeType: 'PollingWaitNode' }] };
    expect(outcomesOf(withChild, { nodeType: 'PageNode' }, page).map(({ id }) => id)).toEqual(['DONE', 'EXITED']);
  });

  test('of a child that nobody knows here are what AM stored', () => {
    expect(ids('1.0', { nodes: [{ _id: 'x', nodeType: 'VendorNode' }] }, ['ok', 'no'])).toEqual(['ok', 'no']);
  });
});
