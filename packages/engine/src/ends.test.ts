import type { Identity, JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { type ScriptStub, TestSimulation } from '../test/driver.ts';
import { bjensen, realmWith } from '../test/realm.ts';
import { sessionAnswer } from './wire.ts';

type Nodes = Parameters<typeof realmWith>[0][string]['nodes'];
const set = (attributes: JsonObject, to: string): Nodes[string] => ({ type: 'SetStateNode', config: { attributes }, to: { outcome: to } });
const node = (type: string, config: JsonObject, to: string): Nodes[string] => ({ type, config, to: { outcome: to } });

function end(
  nodes: Nodes,
  options: { flags?: JsonObject; identities?: Identity[]; scripts?: Record<string, ScriptStub>; query?: Record<string, string[]> } = {},
) {
  const { flags = {}, scripts = {}, query = {}, ...extra } = options;
  const realm = realmWith({ J: { flags, nodes } }, { ...extra, scripts: Object.fromEntries(Object.keys(scripts).map((id) => [id, ''])) });
  const sim = new TestSimulation(realm, { scripts });
  const session = sim.start('J', { parameters: query });
  return { sim, session, ...sessionAnswer(session, '/alpha') };
}

describe('what the client of a failed journey is told', () => {
  it('is "Login failure" and an empty address', () => {
    expect(end({ Set: set({}, 'failure') })).toMatchObject({
      status: 401,
      body: { code: 401, reason: 'Unauthorized', message: 'Login failure', detail: { failureUrl: '' } },
    });
  });

  it('is the address of the Failure URL node', () => {
    expect(end({ Url: node('SetFailureUrlNode', { failureUrl: '/sorry' }, 'failure') }).body.detail).toEqual({ failureUrl: '/sorry' });
  });

  it('is errorMessage of shared state', () => {
    expect(end({ Set: set({ errorMessage: 'Not you again.' }, 'failure') }).body.message).toBe('Not you again.');
    expect(end({ Set: set({ errorMessage: '' }, 'failure') }).body.message).toBe('Login failure');
  });

  it('is what a script said with its action', () => {
    const script = { type: 'ScriptedDecisionNode', config: { script: 's', outcomes: ['on'] }, to: { on: 'failure' } };
    const ended = end({ Script: script }, { scripts: { s: () => ({ outcome: 'on', errorMessage: 'Try the desk.', lockoutMessage: 'Locked.' }) } });
    expect(ended.body.message).toBe('Try the desk.');
    expect(ended.session.shared).toMatchObject({ errorMessage: 'Try the desk.', lockoutMessage: 'Locked.' });
  });

  it('is the message of Set Failure Details before errorMessage, and its fields, but not instead of the address', () => {
    const config = { failureMessage: { en: 'Closed today.' }, failureDetails: { code: '42', failureUrl: 'mine' } };
    const nodes = { Set: set({ errorMessage: 'Other' }, 'Details'), Details: node('SetFailureDetailsNode', config, 'failure') };
    expect(end(nodes).body).toMatchObject({ message: 'Closed today.', detail: { code: 42, failureUrl: '' } });
  });

  it('is lockoutMessage when the account of the user is locked', () => {
    const locked = { ...bjensen, accountStatus: 'inactive' };
    const nodes = { Set: set({ username: 'bjensen', lockoutMessage: 'Locked. Call 4711.', errorMessage: 'Other' }, 'failure') };
    expect(end(nodes, { identities: [locked] }).body.message).toBe('Locked. Call 4711.');
    expect(end(nodes, { identities: [bjensen] }).body.message).toBe('Other');
    expect(end(nodes, { identities: [] }).body.message).toBe('Other');
    expect(end({ Set: set({ username: 'bjensen' }, 'failure') }, { identities: [locked] }).body.message).toBe('Login failure');
  });

  it('is none of it when the time has passed', () => {
    const sim = new TestSimulation(realmWith({ J: { nodes: { Set: set({ errorMessage: 'Other' }, 'Ask'), Ask: { type: 'MessageNode' } } } }));
    const session = sim.start('J');
    sim.advance(300);
    expect(sim.shown(session)).toBe('failure: Session has timed out');
  });
});

describe('what the client of a successful journey is told', () => {
  const who = (to: string): Nodes[string] => set({ username: 'bjensen' }, to);

  it('is token, address and realm', () => {
    expect(end({ Who: who('success') })).toMatchObject({
      status: 200,
      body: { tokenId: expect.any(String), successUrl: '/enduser/?realm=/alpha', realm: '/alpha' },
    });
  });

  it('is the address of the Success URL node', () => {
    expect(end({ Who: who('Url'), Url: node('SetSuccessUrlNode', { successUrl: '/home' }, 'success') }).body.successUrl).toBe('/home');
  });

  const details = {
    successDetails: { n: '7', realm: 'mine', twice: 'fixed' },
    sessionProperties: { level: 'AuthLevel', tier: 'tier', gone: 'nothing', twice: 'tier' },
  };
  const nodes: Nodes = {
    Who: who('Level'),
    Level: node('ModifyAuthLevelNode', { authLevelIncrement: 5 }, 'Details'),
    Details: node('SetSuccessDetailsNode', details, 'Props'),
    Props: node('SetSessionPropertiesNode', { properties: { tier: 'gold' } }, 'success'),
  };

  it('is what Set Success Details adds: fixed fields and properties of the session as it is at the end, never instead of AM’s own', () => {
    const { tokenId: _, ...body } = end(nodes).body;
    expect(body).toEqual({ n: 7, level: 5, tier: 'gold', twice: 'fixed', realm: '/alpha', successUrl: '/enduser/?realm=/alpha' });
  });

  it.each([
    ['a journey without a session', { flags: { noSession: true } }],
    ['a request that wants none', { query: { noSession: ['true'] } }],
  ])('%s fails with that node, and the log says why', (_, options) => {
    const { sim, body } = end(nodes, options);
    expect(body.message).toBe('Login failure');
    expect(sim.log().at(-1)).toMatch(/makes no session, but has success details/);
  });

  it('is the anonymous user’s session', () => {
    const guest: Identity = { _id: 'id-guest', kind: 'user', userName: 'anonymous' };
    const { sim } = end({ Guest: node('AnonymousUserNode', {}, 'success') }, { identities: [guest] });
    expect(Object.values(sim.state.ssoSessions)[0]?.identity).toBe('id-guest');
  });
});

describe('a journey that succeeded', () => {
  const failedBefore = { ...bjensen, retryLimitNodeCount: ['Retry=2', 'Elsewhere=1'] } as Identity;
  const login: Nodes = {
    Who: set({ username: 'bjensen' }, 'success'),
    Retry: { type: 'RetryLimitDecisionNode', to: { Retry: 'Who', Reject: 'failure' } },
  };

  it('forgets the retries of its user, though the node was not visited', () => {
    const { sim } = end(login, { identities: [failedBefore] });
    expect(sim.state.identities['id-bjensen']).toMatchObject({ retryLimitNodeCount: ['Elsewhere=1'] });
  });

  it('forgets those of nodes in pages and inner journeys, too', () => {
    const retry = (name: string) => ({ ...failedBefore, retryLimitNodeCount: [`${name}=2`] }) as Identity;
    const child = { _id: 'Child', nodeType: 'RetryLimitDecisionNode', displayName: 'Child' };
    const outer = {
      Who: set({ username: 'bjensen' }, 'success'),
      Run: { type: 'InnerTreeEvaluatorNode', config: { tree: 'I' } },
      Page: { type: 'PageNode', config: { nodes: [child] } },
    };
    const run = (identity: Identity): unknown => {
      const inner = { Child: { type: 'RetryLimitDecisionNode' } };
      const sim = new TestSimulation(
        realmWith({ J: { nodes: outer }, I: { nodes: { Retry: { type: 'RetryLimitDecisionNode' } } } }, { identities: [identity], inner }),
      );
      sim.start('J');
      return sim.state.identities['id-bjensen'];
    };
    for (const name of ['Retry', 'Child']) expect(run(retry(name))).not.toHaveProperty('retryLimitNodeCount');
    expect(run(retry('Elsewhere'))).toBeUndefined();
  });

  it('stays a success when a node cannot finish; the log says why', () => {
    const sim = new TestSimulation(realmWith({ J: { nodes: login } }));
    const [found] = sim.model.completing('J');
    const fails = (reason: unknown) => () => {
      throw reason;
    };
    sim.model.completing = () =>
      ['the store is away', new Error('the store is full')].flatMap((reason) => (found ? [{ ...found, complete: fails(reason) }] : []));
    expect(sim.shown(sim.start('J'))).toBe('success');
    expect(sim.log()).toEqual(['error: the store is away', 'error: the store is full']);
  });

  it('keeps them when it failed', () => {
    const { sim } = end({ ...login, Who: set({ username: 'bjensen' }, 'failure') }, { identities: [failedBefore] });
    expect(sim.state.identities).toEqual({});
  });
});
