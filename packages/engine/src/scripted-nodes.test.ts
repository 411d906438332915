import type { CustomNodeType, Json } from '@tandem/journey';
import type { ScriptEffect } from '@tandem/nodes';
import { describe, expect, it } from 'vitest';
import { type ScriptStub, TestSimulation } from '../test/driver.ts';
import { realmWith } from '../test/realm.ts';

const ID = 'e4a9455782434716b7f3e9540006d7f1-1';
const custom: CustomNodeType = {
  _id: ID,
  serviceName: ID.slice(0, 32),
  displayName: 'Set status',
  outcomes: ['Success'],
  inputs: [],
  outputs: [],
  script: '',
  errorOutcome: true,
  properties: { key: { type: 'STRING', defaultValue: 'transaction:notify' }, text: { type: 'STRING' }, unset: { type: 'STRING' } },
};

describe('a custom node', () => {
  const run = (stub: ScriptStub, errorOutcome = true) => {
    const to = { Success: 'success', 'Script Error': 'failure' };
    const config = { text: 'Status 1', other: 'not a property' };
    const realm = realmWith({ J: { flags: { noSession: true }, nodes: { Status: { type: `designer-${custom.serviceName}`, config, to } } } });
    realm.nodeTypes[ID] = { ...custom, errorOutcome };
    const seen: ScriptEffect[] = [];
    const sim = new TestSimulation(realm, {
      scripts: {
        [ID]: (effect) => {
          seen.push(effect);
          return stub(effect);
        },
      },
    });
    const session = sim.start('J');
    return { sim, session, seen };
  };

  it('gives its script the values of its properties: those that are set, else the defaults, and nothing else', () => {
    const { sim, session, seen } = run(() => ({ outcome: 'Success' }));
    expect(seen[0]?.bindings.properties).toEqual({ key: 'transaction:notify', text: 'Status 1' });
    expect(sim.shown(session)).toBe('success');
  });

  it('whose script fails takes Script Error; what it had written stays', () => {
    const { sim, session } = run(() => ({
      status: 'error',
      error: { message: 'boom', line: 3 },
      writes: [{ op: 'put', scope: 'shared', key: 'k', value: 1 }],
    }));
    expect(sim.trace(session)).toEqual(['Status:Script Error']);
    expect(sim.log()).toEqual(["error: Script 'Set status', line 3: boom"]);
    expect(session.shared.k).toBe(1);
  });

  it('without an error outcome ends the journey', () => {
    const { sim, session } = run(() => ({ status: 'error', error: { message: 'boom' } }), false);
    expect(sim.shown(session)).toBe('failure: Login failure');
    expect(sim.log()).toEqual(["error: Script 'Set status': boom"]);
  });
});

describe('Configuration Provider', () => {
  /** A wait whose message is the status in node state, as in the help desk pair. */
  const begin = (made: (pass: number) => Json | undefined, config = {}) => {
    let passes = 0;
    const provider = { type: 'ConfigProviderNode', config: { nodeType: 'PollingWaitNode', script: 'made', nodeVersion: 1, ...config } };
    const realm = realmWith(
      { J: { nodes: { Wait: { ...provider, to: { DONE: 'failure', SPAM: 'failure', EXITED: 'failure', CONFIGURATION_FAILED: 'failure' } } } } },
      { scripts: { made: '' } },
    );
    const sim = new TestSimulation(realm, {
      scripts: {
        made: () => {
          passes += 1;
          const value = made(passes);
          return value === undefined ? {} : { config: value };
        },
      },
    });
    return { sim, session: sim.start('J'), passes: () => passes };
  };
  const wait = { secondsToWait: 5, spamDetectionEnabled: true, spamDetectionTolerance: 3 };
  const message = ({ status }: ReturnType<TestSimulation['session']>): unknown =>
    status.kind === 'callbacks' ? status.callbacks[0]?.output.find(({ name }) => name === 'message')?.value : undefined;

  it('runs its script on every pass: the message changes, the end of the wait does not', () => {
    const { sim, session, passes } = begin((pass) => ({ ...wait, waitingMessage: { en: `Status ${pass}` } }));
    expect(message(session)).toBe('Status 1');
    sim.advance(3);
    expect(message(sim.answer(session))).toBe('Status 2');
    sim.advance(2.001);
    sim.answer(session);
    expect([sim.trace(session).at(-1), passes()]).toEqual(['Wait:DONE', 3]);
  });

  it('keeps end time and spam count under its own id, and the fifth early return is spam', () => {
    const { sim, session } = begin(() => wait);
    for (let early = 0; early < 4; early += 1) sim.answer(session);
    expect(session.shared).toMatchObject({ 'Wait.spam_count': 4, 'Wait.end_time': session.createdAt + 5000 });
    sim.answer(session);
    expect(sim.trace(session).at(-1)).toBe('Wait:SPAM');
  });

  it('fails on a later pass as on the first', () => {
    const { sim, session } = begin((pass) => (pass === 1 ? wait : undefined));
    sim.answer(session);
    expect(sim.trace(session)).toEqual(['Wait?', 'Wait:CONFIGURATION_FAILED']);
    expect(sim.log()).toEqual(["error: Script 'made' left no map named config."]);
  });

  it('cannot imitate a type whose outcomes are free-form: the journey ends and the log says why', () => {
    const { sim, session } = begin(() => ({ script: 'made', outcomes: ['a'] }), { nodeType: 'ScriptedDecisionNode' });
    expect(sim.shown(session)).toBe('failure: Login failure');
    expect(sim.log().at(-1)).toBe('error: Configuration Provider cannot imitate the node type ScriptedDecisionNode.');
  });
});
