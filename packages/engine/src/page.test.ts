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

  describe('when one of its nodes asks again', () => {
    const again = (...answers: string[]) => {
      const sim = page(both, { outcome: 'failure' });
      return { sim, session: sim.answer(sim.start('J'), ...answers) };
    };

    it('is shown again in full', () => {
      const { sim, session } = again('', 'x');
      expect(sim.shown(session)).toBe('NameCallback+PasswordCallback');
      expect(sim.trace(sim.answer(session, 'bjensen', 'x'))).toEqual(['Page?', 'Page?', 'Page:outcome']);
    });

    it('the others show what came back for them, and hold it already', () => {
      const { sim, session } = again('bjensen', '');
      expect(sessionAnswer(session, '/alpha').body.callbacks).toMatchObject([{ input: [{ value: 'bjensen' }] }, { input: [{ value: '' }] }]);
      expect(session.shared.username).toBe('bjensen');
      sim.answer(session, 'scarter', 'x');
      expect([session.shared.username, sim.trace(session).at(-1)]).toEqual(['scarter', 'Page:outcome']);
    });

    it('every one of them that found something wrong says what, and the others say nothing', () => {
      const children = [child('mail', 'AttributeCollectorNode'), child('user', 'ValidatedUsernameNode'), child('pw', 'ValidatedPasswordNode')];
      const config = { validateInput: true, validateInputs: true, attributesToCollect: ['mail'], required: false };
      const sim = new TestSimulation(
        realmWith(
          { J: { nodes: { Page: { type: 'PageNode', version: '1.0', config: { nodes: children } } } } },
          { inner: Object.fromEntries(children.map(({ _id, nodeType }) => [_id, { type: nodeType, config }])) },
        ),
      );
      const session = sim.start('J');
      const reason = () => sim.events.findLast(({ kind }) => kind === 'callbacks')?.because;
      expect(reason()).toBeUndefined();
      sim.answer(session, 'nowhere', 'newcomer', 'abc');
      expect(reason()).toBe(
        'mail: mail failed a policy: VALID_EMAIL_ADDRESS_FORMAT. pw: The password failed policies: MIN_LENGTH, AT_LEAST_X_CAPITAL_LETTERS, AT_LEAST_X_NUMBERS.',
      );
    });

    it('a password is never sent back: it is asked for again, which is an assumption', () => {
      const { sim, session } = again('', 'Secret12!');
      expect(JSON.stringify(sessionAnswer(session, '/alpha'))).not.toContain('Secret12!');
      expect(sim.events.at(-1)?.assumptions).toEqual([expect.stringContaining('password')]);
      expect(sim.trace(sim.answer(session, 'bjensen', ''))).toEqual(['Page?', 'Page?', 'Page?']);
    });
  });

  it('keeps in shared state which callback is whose, while it is shown', () => {
    const sim = page([child('msg', 'UsernameCollectorNode'), child('wait', 'MessageNode')], { true: 'failure' });
    const session = sim.start('J');
    expect(session.shared.pageNodeCallbacks).toEqual({ 0: 0, 1: 1, 2: 1 });
    sim.answer(session, 'bjensen', 0);
    expect([sim.trace(session), session.shared]).toEqual([['Page?', 'Page:true'], { realm: '/alpha', authLevel: 0, username: 'bjensen' }]);
  });

  it('with nodes that ask nothing is passed', () => {
    const sim = page([child('set', 'SetStateNode'), child('flow', 'FlowControlNode')], { A: 'failure', B: 'failure' });
    expect(sim.trace(sim.start('J'))).toEqual([expect.stringMatching(/^Page:[AB]$/)]);
  });

  it('is suspended with the node that suspends, and comes back to it', () => {
    const sim = page([child('name', 'UsernameCollectorNode'), child('mail', 'EmailSuspendNode')], { outcome: 'failure' });
    sim.model.realm.nodes['EmailSuspendNode/mail'] = { _id: 'mail', _type: { _id: 'EmailSuspendNode' }, objectLookup: false };
    const session = sim.start('J');
    expect(sim.shown(session)).toBe('SuspendedTextOutputCallback');
  });

  it('cannot run an inner journey by way of a Configuration Provider', () => {
    const sim = page([child('provider', 'ConfigProviderNode')]);
    Object.assign(sim.model.realm.nodes['ConfigProviderNode/provider'] ?? {}, { nodeType: 'InnerTreeEvaluatorNode', script: 's' });
    sim.model.realm.scripts.s = { _id: 's', name: 's', script: '""', evaluatorVersion: '2.0' };
    sim.options.scripts = { s: () => ({ config: { tree: 'J' } }) };
    expect([sim.shown(sim.start('J')), sim.log().at(-1)]).toEqual(['failure: Login failure', 'error: A page cannot run an inner journey']);
  });

  describe('metadata', () => {
    it('is sent with the rest and does not keep the page open', () => {
      const sim = page([child('meta', 'MetadataNode'), child('name', 'UsernameCollectorNode')], { outcome: 'failure' });
      const session = sim.start('J');
      expect(sim.shown(session)).toBe('MetadataCallback+NameCallback');
      expect(sim.trace(sim.answer(session, 'bjensen'))).toEqual(['Page?', 'Page:outcome']);
    });

    it('is not sent where nothing else asks', () => {
      const sim = page([child('meta', 'MetadataNode'), child('set', 'SetStateNode')], { outcome: 'failure' });
      expect(sim.trace(sim.start('J'))).toEqual(['Page:outcome']);
    });

    it('alone fails with AM’s message', () => {
      const sim = page([child('set', 'SetStateNode'), child('meta', 'MetadataNode')]);
      expect([sim.shown(sim.start('J')), sim.log()]).toEqual(['failure: Login failure', ['error: No outcome and only metadata callbacks found']]);
    });
  });

  it.each([
    ['no nodes', [], 'This page has no nodes in it, so cannot proceed'],
    ['a page inside', [child('inner', 'PageNode')], 'Illegal child node type: PageNode'],
    ['an inner journey inside', [child('inner', 'InnerTreeEvaluatorNode')], 'Illegal child node type: InnerTreeEvaluatorNode'],
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
