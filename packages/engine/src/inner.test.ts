import type { JsonObject, Realm } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { type ScriptStub, START, TestSimulation } from '../test/driver.ts';
import { realmWith } from '../test/realm.ts';
import { createState, Model, step } from './index.ts';
import type { Session } from './state.ts';
import { applyPatch } from './view/index.ts';

type Journeys = Parameters<typeof realmWith>[0];
type Nodes = Journeys[string]['nodes'];

const ends = { true: 'success', false: 'failure' };
const evaluator = (tree: string, to: Record<string, string> = ends, config: JsonObject = {}): Nodes[string] => ({
  type: 'InnerTreeEvaluatorNode',
  config: { tree, ...config },
  to,
});
const caught = (tree: string): Nodes[string] => evaluator(tree, { ...ends, error: 'Caught' }, { displayErrorOutcome: true });
const Caught: Nodes[string] = { type: 'MessageNode', to: { true: 'failure', false: 'failure' } };
/** Fails with an exception: it has no metric. */
const broken: Nodes[string] = { type: 'MeterNode', to: { outcome: 'success' } };
const set = (attributes: JsonObject, to = 'success'): Nodes[string] => ({ type: 'SetStateNode', config: { attributes }, to: { outcome: to } });

/** Main runs Inner at once, as bjensen. */
function realm(inner: Nodes, main: Partial<Nodes> = {}, others: Journeys = {}, flags: JsonObject = {}): Realm {
  const nodes = { Who: set({ username: 'bjensen' }, 'Run'), Run: evaluator('Inner'), ...main } as Nodes;
  return realmWith({ Main: { nodes }, Inner: { flags, nodes: inner }, ...others });
}

function run(made: Realm, scripts: Record<string, ScriptStub> = {}): { sim: TestSimulation; session: Session } {
  const sim = new TestSimulation(made, { scripts });
  return { sim, session: sim.start('Main') };
}

describe('an inner journey', () => {
  it('that succeeds is the outcome true', () => {
    const { sim, session } = run(realm({ Set: set({ colour: 'blue' }) }));
    expect(sim.trace(session)).toEqual(['Who:outcome', 'Set:outcome', 'Run:true']);
    expect(sim.shown(session)).toBe('success');
  });

  it('that fails is the outcome false, and may be tried again', () => {
    const made = realm(
      { Set: set({}, 'failure') },
      { Run: evaluator('Inner', { true: 'success', false: 'Ask' }), Ask: { type: 'MessageNode', to: { true: 'Run' } } },
    );
    const { sim, session } = run(made);
    sim.answer(session, 0);
    expect(sim.trace(session)).toEqual(['Who:outcome', 'Set:outcome', 'Run:false', 'Ask?', 'Ask:true', 'Set:outcome', 'Run:false', 'Ask?']);
  });

  it('is told in the log of events with its journey', () => {
    const { sim } = run(realm({ Set: set({}) }));
    const told = sim.events
      .filter(({ kind }) => kind !== 'clock')
      .map(({ kind, journey, nodeName }) => `${kind} ${journey} ${nodeName ?? ''}`.trim());
    expect(told).toEqual([
      'session-started Main',
      'visited Main Who',
      'inner-started Main Run',
      'visited Inner Set',
      'inner-ended Main',
      'visited Main Run',
      'session-ended Main',
    ]);
  });

  it('asks the client; the answers are its own', () => {
    const { sim, session } = run(
      realm({ Name: { type: 'UsernameCollectorNode', to: { outcome: 'Pw' } }, Pw: { type: 'PasswordCollectorNode', to: { outcome: 'success' } } }),
    );
    expect(sim.shown(session)).toBe('NameCallback');
    sim.answer(session, 'scarter');
    expect([sim.shown(session), session.node, session.inner.map(({ journey }) => journey)]).toEqual(['PasswordCallback', 'Pw', ['Inner']]);
    sim.answer(session, 'x');
    expect(sim.trace(session)).toEqual(['Who:outcome', 'Name?', 'Name:outcome', 'Pw?', 'Pw:outcome', 'Run:true']);
    expect(Object.values(sim.state.ssoSessions)[0]?.identity).toBe('id-scarter');
  });

  it('may be for inner use alone', () => {
    const { sim, session } = run(realm({ Set: set({}) }, {}, {}, { innerTreeOnly: true }));
    expect(sim.shown(session)).toBe('success');
  });

  it('may be what Configuration Provider imitates', () => {
    const main = { Run: { type: 'ConfigProviderNode', config: { nodeType: 'InnerTreeEvaluatorNode', script: 'choose' }, to: ends } };
    const made = realm({ Set: set({ colour: 'blue' }) }, main);
    made.scripts.choose = { _id: 'choose', name: 'choose', script: '""', evaluatorVersion: '2.0' };
    const { sim, session } = run(made, { choose: () => ({ config: { tree: 'Inner' } }) });
    expect([sim.trace(session).at(-1), session.shared.colour, session.shared.config]).toEqual(['Run:true', 'blue', undefined]);
  });

  it('that Configuration Provider runs: while it asks, its configuration is kept in shared state and the script does not run again', () => {
    const main = { Run: { type: 'ConfigProviderNode', config: { nodeType: 'InnerTreeEvaluatorNode', script: 'choose' }, to: ends } };
    const made = realm({ Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Set' } }, Set: set({ colour: 'blue' }) }, main);
    made.scripts.choose = { _id: 'choose', name: 'choose', script: '""', evaluatorVersion: '2.0' };
    let runs = 0;
    const choose = () => {
      runs += 1;
      return { config: { tree: 'Inner' } };
    };
    const { sim, session } = run(made, { choose });
    expect(session.shared.config).toEqual({ tree: 'Inner' });
    sim.answer(session, 'bjensen');
    expect([sim.trace(session).at(-1), session.shared.colour, runs]).toEqual(['Run:true', 'blue', 1]);
    expect(session.shared.config).toEqual({ tree: 'Inner' });
  });

  it('whose outcome is not connected fails the whole journey, and the log names it', () => {
    const { sim, session } = run(realm({ Set: { type: 'SetStateNode' } }, { Run: caught('Inner'), Caught }));
    expect(sim.shown(session)).toBe('failure: Login failure');
    expect(sim.events.findLast(({ kind }) => kind === 'session-ended')?.assumptions).toEqual([
      expect.stringMatching(/inner journey it ends the whole journey/),
    ]);
    expect(sim.log()).toEqual([expect.stringContaining('Outcome "Outcome" of node "Set" (Set) in journey "Inner" is not connected')]);
  });
});

describe('what flows', () => {
  const script = (id: string, inputs: string[], to: string): Nodes[string] => ({
    type: 'ScriptedDecisionNode',
    config: { script: id, outcomes: ['on'], inputs, outputs: ['*'] },
    to: { on: to },
  });
  const withScripts = (made: Realm, ...ids: string[]): Realm => {
    for (const id of ids) made.scripts[id] = { _id: id, name: id, script: '""', evaluatorVersion: '2.0' };
    return made;
  };
  const put: ScriptStub = () => ({
    outcome: 'on',
    writes: ['read', 'unread'].map((key) => ({ op: 'put' as const, scope: 'transient' as const, key, value: key })),
  });

  it('shared state, in and out', () => {
    const { session } = run(realm({ Set: set({ colour: 'blue', username: 'scarter' }) }));
    expect(session.shared).toMatchObject({ colour: 'blue', username: 'scarter' });
    expect(session.status).toMatchObject({ result: 'success' });
  });

  it('of transient state only what the nodes inside read; the rest is back afterwards', () => {
    const seen: Record<string, string[]> = {};
    const look =
      (name: string): ScriptStub =>
      ({ bindings }) => {
        seen[name] = Object.keys(bindings.transient).sort();
        return { outcome: 'on' };
      };
    const main = {
      Who: set({ username: 'bjensen' }, 'Put'),
      Put: script('put', ['*'], 'Run'),
      Run: evaluator('Inner', { true: 'After' }),
      After: script('after', ['*'], 'success'),
    };
    const made = withScripts(realm({ Look: script('inside', ['read', 'other'], 'All'), All: set({}) }, main), 'put', 'inside', 'after');
    run(made, { put, inside: look('inside'), after: look('after') });
    expect(seen).toEqual({ inside: ['read'], after: ['read', 'unread'] });
  });

  it('of transient state, past a step inside, only what a node inside or outside still reads: it is kept in secure state', () => {
    const main = {
      Who: set({ username: 'bjensen' }, 'Put'),
      Put: script('put', ['*'], 'Run'),
      Run: evaluator('Inner', { true: 'After' }),
      After: script('after', ['read'], 'success'),
    };
    const made = withScripts(realm({ Ask: { type: 'MessageNode', to: ends } }, main), 'put', 'after');
    const { sim, session } = run(made, { put });
    expect([session.transient, session.secure, session.inner[0]?.transient]).toEqual([{}, { read: 'read' }, {}]);
    expect(sim.events.find(({ kind }) => kind === 'callbacks')).toMatchObject({ lost: ['unread'], promoted: ['read'] });
  });

  it('session properties and limits that nodes inside set', () => {
    const config = { properties: { tier: 'gold' }, maxSessionTime: 7, maxIdleTime: 3 };
    const { sim } = run(realm({ Props: { type: 'SetSessionPropertiesNode', config, to: { outcome: 'success' } } }));
    expect(Object.values(sim.state.ssoSessions)[0]).toMatchObject({ expiresAt: START + 7 * 60_000, maxIdleTime: 3, properties: { tier: 'gold' } });
  });
});

describe('an exception inside', () => {
  const message = 'MeterNode config must define metric key';

  it('without the outcome Error ends the whole journey', () => {
    const { sim, session } = run(realm({ Broken: broken }));
    expect([sim.shown(session), sim.log()]).toEqual(['failure: Login failure', [`error: ${message}`]]);
  });

  it('with the outcome Error goes on there, with node and message in shared state', () => {
    const { sim, session } = run(realm({ Broken: broken }, { Run: caught('Inner'), Caught }));
    expect(sim.trace(session)).toEqual(['Who:outcome', 'Run:error', 'Caught?']);
    expect(session.shared).toMatchObject({ errorNode: { id: 'Broken', displayName: 'Broken', type: 'MeterNode' }, errorMessage: message });
    expect(session.inner).toEqual([]);
  });

  it('that ends in Failure after all tells the client its message', () => {
    const { sim, session } = run(realm({ Broken: broken }, { Run: caught('Inner'), Caught }));
    expect(sim.shown(sim.answer(session, 0))).toBe(`failure: ${message}`);
  });

  it('two deep is caught by the nearest node that shows Error', () => {
    const middle = { Inner: { nodes: { Run2: evaluator('Deep') } }, Deep: { nodes: { Broken: broken } } };
    const outer = run(realm({}, { Run: caught('Inner'), Caught }, middle));
    expect(outer.sim.trace(outer.session)).toEqual(['Who:outcome', 'Run:error', 'Caught?']);
    const nearer = { Inner: { nodes: { Run2: caught('Deep'), Caught } }, Deep: { nodes: { Broken: broken } } };
    const near = run(realm({}, { Run: caught('Inner'), Caught }, nearer));
    expect(near.sim.trace(near.session)).toEqual(['Who:outcome', 'Run2:error', 'Caught?']);
    expect(near.session.inner.map(({ journey }) => journey)).toEqual(['Inner']);
  });
});

describe('a journey that cannot run inside', () => {
  const failing = (made: Realm): [string, string[]] => {
    const { sim, session } = run(made);
    return [sim.shown(session), sim.log()];
  };
  const log = (tree: string, hint: string): string =>
    `error: Configured tree does not exist: ${tree}${hint}. Node "Run" (Run) in journey "Main" runs it.`;

  it.each<[string, Realm, string]>([
    ['missing', realm({}, { Run: evaluator('Gone') }), log('Gone', '')],
    ['unnamed', realm({}, { Run: evaluator('') }), log('', '')],
    ['disabled', realm({ Set: set({}) }, {}, {}, { enabled: false }), log('Inner', ' (it is disabled)')],
    [
      'transactional-only',
      realm({ Set: set({}) }, {}, {}, { transactionalOnly: true }),
      log('Inner', ' (it is transactional-only, which cannot be an inner journey)'),
    ],
    ['without a start', realm({}), log('Inner', ' (it has no start: connect Start to a node)')],
  ])('because it is %s ends the journey with AM’s message', (_, made, line) => {
    expect(failing(made)).toEqual(['failure: Login failure', [line]]);
  });

  it('is no exception inside: the node’s own Error does not catch it, that of a node around does', () => {
    expect(failing(realm({}, { Run: caught('Gone'), Caught }))[0]).toBe('failure: Login failure');
    const { sim, session } = run(realm({ Run2: caught('Gone'), Caught }, { Run: caught('Inner'), Caught }));
    expect(sim.trace(session)).toEqual(['Who:outcome', 'Run:error', 'Caught?']);
    expect(session.shared).toMatchObject({ errorNode: { id: 'Run2' }, errorMessage: 'Configured tree does not exist: Gone' });
  });

  it('because it contains itself is stopped', () => {
    const [shown, lines] = failing(realm({ Again: evaluator('Inner') }));
    expect(shown).toBe('failure: Login failure');
    expect(lines).toEqual([expect.stringContaining('Journey "Inner" contains itself: 20 run inside each other. Node "Again" (Again)')]);
  });
});

describe('flags of the inner journey', () => {
  const wait: Nodes = { Ask: { type: 'MessageNode', to: ends } };

  it.each([
    [60, 301, 'failure: Session has timed out'],
    [1, 299, 'TextOutputCallback+ConfirmationCallback'],
  ])('treeTimeout (%d min) is ignored: after %d s it is "%s"', (treeTimeout, seconds, shown) => {
    const { sim, session } = run(realm(wait, {}, {}, { treeTimeout }));
    sim.advance(seconds);
    expect(sim.shown(session)).toBe(shown);
  });

  it('noSession is ignored: the outer journey decides', () => {
    const { sim } = run(realm({ Set: set({}) }, {}, {}, { noSession: true }));
    expect(Object.keys(sim.state.ssoSessions)).toHaveLength(1);
  });
});

describe('two deep, with steps and a detour', () => {
  const made = (): Realm =>
    realm(
      {},
      { Run: evaluator('Inner', { true: 'Name', false: 'failure' }), Name: { type: 'UsernameCollectorNode', to: { outcome: 'success' } } },
      {
        Inner: {
          nodes: { Ask: { type: 'MessageNode', to: { true: 'Run2', false: 'failure' } }, Run2: evaluator('Deep', { true: 'success', false: 'Ask' }) },
        },
        Deep: { nodes: { Pw: { type: 'PasswordCollectorNode', to: { outcome: 'Which' } }, Which: { type: 'MessageNode', to: ends } } },
      },
    );
  const walk = (): { sim: TestSimulation; session: Session } => {
    const { sim, session } = run(made());
    for (const answers of [[0], ['first'], [1], [0], ['second'], [0], ['scarter']]) sim.answer(session, ...answers);
    return { sim, session };
  };

  it('every end is an outcome of the node that ran it', () => {
    const { sim, session } = walk();
    const steps = sim.trace(session).filter((line) => !line.endsWith('?'));
    const round = ['Ask:true', 'Pw:outcome'];
    expect(steps).toEqual(['Who:outcome', ...round, 'Which:false', 'Run2:false', ...round, 'Which:true', 'Run2:true', 'Run:true', 'Name:outcome']);
    expect([sim.shown(session), session.inner]).toEqual(['success', []]);
  });

  it('the same inputs give the same events and state, byte for byte; their patches fold to it', () => {
    const { sim } = walk();
    const model = new Model(made());
    let state = createState({ now: START });
    let folded = createState({ now: START });
    const events = sim.inputs.flatMap((input) => {
      const result = step(model, state, structuredClone(input));
      state = result.state;
      return structuredClone(result.events);
    });
    for (const event of events) folded = applyPatch(folded, event.patch);
    expect(JSON.stringify(events)).toBe(JSON.stringify(sim.events));
    expect(JSON.stringify(state)).toBe(JSON.stringify(sim.state));
    expect({ ...folded, seq: state.seq }).toEqual(JSON.parse(JSON.stringify(state)));
  });
});
