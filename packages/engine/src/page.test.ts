import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { realmWith } from '../test/realm.ts';
import { sessionAnswer } from './wire.ts';

const child = (id: string, nodeType: string): { _id: string; nodeType: string; displayName: string } => ({ _id: id, nodeType, displayName: id });
function page(children: ReturnType<typeof child>[], to: Record<string, string> = {}, version = '1.0'): TestSimulation {
  return new TestSimulation(
    realmWith(
      { J: { nodes: { Page: { type: 'PageNode', version, config: { nodes: children, pageHeader: { en: 'Hello' } }, to } } } },
      { inner: Object.fromEntries(children.map(({ _id, nodeType }) => [_id, { type: nodeType }])) },
    ),
  );
}

describe('page node', () => {
  const both = [child('name', 'UsernameCollectorNode'), child('pw', 'PasswordCollectorNode')];

  it('sends the callbacks of all its nodes as one step, numbered through, with _id and header', () => {
    const sim = page(both);
    const answer = sessionAnswer(sim.start('J'), '/alpha');
    expect(answer.body).toMatchObject({
      header: 'Hello',
      callbacks: [
        { type: 'NameCallback', input: [{ name: 'IDToken1' }], _id: 0 },
        { type: 'PasswordCallback', input: [{ name: 'IDToken2' }], _id: 1 },
      ],
    });
  });

  it('gives each answer to the node that asked, and takes the last node’s outcome', () => {
    const sim = page(both, { outcome: 'failure' });
    const session = sim.answer(sim.start('J'), 'bjensen', 'x');
    expect(session.shared.username).toBe('bjensen');
    expect(sim.trace(session)).toEqual(['Page?', 'Page:outcome']);
  });

  it('2.0 names the outcome after its last node', () => {
    const sim = page(both, { 'pw-outcome': 'failure' }, '2.0');
    expect(sim.trace(sim.answer(sim.start('J'), 'bjensen', 'x'))).toEqual(['Page?', 'Page:pw-outcome']);
  });

  it('is shown again in full when one of its nodes asks again', () => {
    const sim = page(both, { outcome: 'failure' });
    const session = sim.answer(sim.start('J'), '', 'x');
    expect(sim.shown(session)).toBe('NameCallback+PasswordCallback');
    expect(sim.trace(sim.answer(session, 'bjensen', 'x'))).toEqual(['Page?', 'Page?', 'Page:outcome']);
  });

  it.each([
    ['no nodes', [], 'This page has no nodes in it, so cannot proceed'],
    ['a page inside', [child('inner', 'PageNode')], 'Illegal child node type: PageNode'],
    [
      'a branching node before the last',
      [child('msg', 'MessageNode'), child('name', 'UsernameCollectorNode')],
      'Only the last node in a page can have more than one outcome',
    ],
  ])('with %s fails with AM’s message', (_, children, message) => {
    const sim = page(children);
    expect(sim.shown(sim.start('J'))).toBe('failure: Login failure');
    expect(sim.log()).toEqual([`error: ${message}`]);
  });

  it('names a node that the realm does not have', () => {
    const sim = page([child('gone', 'UsernameCollectorNode')]);
    delete sim.model.realm.nodes['UsernameCollectorNode/gone'];
    sim.start('J');
    expect(sim.log()).toEqual(['error: Node does not exist: gone (UsernameCollectorNode gone).']);
  });
});
