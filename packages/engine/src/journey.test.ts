import { FAILURE_NODE_ID } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { realmWith } from '../test/realm.ts';

const collector = { type: 'UsernameCollectorNode', to: { outcome: 'failure' } };
const start = (flags: Record<string, boolean | number>, query: Record<string, string[]> = {}): string => {
  const sim = new TestSimulation(realmWith({ J: { flags, nodes: { Ask: collector } } }));
  return sim.shown(sim.start('J', { parameters: query }));
};

describe('starting a journey', () => {
  it('that does not exist or is disabled is refused with AM’s messages', () => {
    const sim = new TestSimulation(realmWith({}));
    expect(sim.shown(sim.start('Nope'))).toBe('failure: No Configuration found');
    expect(start({ enabled: false })).toBe('failure: No configuration found');
  });
  it('that is for inner use or for transactions only is refused', () => {
    expect(start({ innerTreeOnly: true })).toBe('failure: No configuration found');
    expect(start({ transactionalOnly: true })).toBe('failure: No configuration found');
  });
  it('with an id that no transaction has fails at once', () => {
    const sim = new TestSimulation(realmWith({}));
    expect(sim.shown(sim.open('nope'))).toBe('failure: Unable to read transaction.');
    expect(sim.shown(sim.open('__proto__'))).toBe('failure: Unable to read transaction.');
  });
});

describe('where a journey cannot go on', () => {
  it('an unconnected outcome ends it, and the log names node and outcome', () => {
    const sim = new TestSimulation(realmWith({ J: { nodes: { Ask: { type: 'UsernameCollectorNode' } } } }));
    expect(sim.shown(sim.answer(sim.start('J'), 'x'))).toBe('failure: Login failure');
    expect(sim.log()).toEqual(['error: Outcome "Outcome" of node "Ask" (Ask) in journey "J" is not connected: the journey ends as a failure.']);
  });
  it('an outcome that leads to an end says so, another one does not', () => {
    const realm = realmWith({
      J: { nodes: { Ask: { ...collector, to: { outcome: 'Again' } }, Again: { ...collector, to: { outcome: FAILURE_NODE_ID } } } },
    });
    const sim = new TestSimulation(realm);
    sim.answer(sim.answer(sim.start('J'), 'x'), 'y');
    const chosen = sim.events.filter(({ kind }) => kind === 'visited').map(({ message }) => message);
    expect(chosen).toEqual(['Ask chose Outcome', 'Again chose Outcome, which leads to Failure']);
  });
  it('a realm without security questions fails a step that tells what it rests on', () => {
    const sim = new TestSimulation(realmWith({ J: { nodes: { Questions: { type: 'KbaCreateNode' } } } }));
    expect(sim.shown(sim.start('J'))).toBe('failure: Login failure');
    expect(sim.events.at(-1)?.assumptions).toEqual(['Without security questions in the realm the journey fails.']);
  });
  it('a node without its resource, a connection to nowhere and a missing start are named', () => {
    const realm = realmWith({
      J: { nodes: { Ask: { ...collector, to: { outcome: 'gone' } } } },
      K: { nodes: { Lost: collector } },
      L: { nodes: {} },
    });
    delete realm.nodes['UsernameCollectorNode/Lost'];
    const sim = new TestSimulation(realm);
    sim.answer(sim.start('J'), 'x');
    sim.start('K');
    sim.start('L');
    expect(sim.log().join('\n')).toMatch(/has no node gone[\s\S]*Lost.*the realm has no such node[\s\S]*"L" has no start/);
  });
  it('a circle that never asks the client is stopped, and says where', () => {
    const sim = new TestSimulation(realmWith({ J: { nodes: { Props: { type: 'SetSessionPropertiesNode', to: { outcome: 'Props' } } } } }));
    expect(sim.shown(sim.start('J'))).toBe('failure: Login failure');
    expect(sim.log().at(-1)).toMatch(/1000 nodes in a row.*goes in a circle at "Props"/);
  });
  it('after its time the client gets error 110', () => {
    const sim = new TestSimulation(realmWith({ J: { nodes: { Ask: collector } }, K: { flags: { treeTimeout: 10 }, nodes: { Ask: collector } } }));
    const [short, long] = [sim.start('J'), sim.start('K')];
    sim.advance(301);
    expect([sim.shown(short), sim.shown(long)]).toEqual(['failure: Session has timed out', 'NameCallback']);
    expect(short.status).toMatchObject({ errorCode: '110' });
  });
});

describe('Success', () => {
  const ends = { J: { nodes: { Ask: { type: 'UsernameCollectorNode', to: { outcome: 'success' } } } } };
  it('gives a session with the properties that nodes set', () => {
    const sim = new TestSimulation(
      realmWith({
        J: {
          nodes: {
            Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Props' } },
            Props: { type: 'SetSessionPropertiesNode', config: { properties: { tier: 'gold' } }, to: { outcome: 'success' } },
          },
        },
      }),
    );
    sim.answer(sim.start('J'), 'bjensen');
    expect(Object.values(sim.state.ssoSessions)[0]).toMatchObject({
      identity: 'id-bjensen',
      properties: { tier: 'gold', UserId: 'id-bjensen', Service: 'J' },
    });
  });
  it('without a user fails, and says so', () => {
    const sim = new TestSimulation(realmWith(ends));
    expect(sim.shown(sim.answer(sim.start('J'), 'nobody'))).toBe('failure: Login failure');
    expect(sim.log().at(-1)).toMatch(/no user was identified/);
  });
  it('never signs in somebody else than the one a node named: an anonymous user who does not exist is nobody', () => {
    const identified = {
      J: {
        nodes: {
          Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Known' } },
          Known: { type: 'IdentifyExistingUserNode', config: { identityAttribute: 'userName', identifier: 'userName' }, to: { true: 'Guest' } },
          Guest: { type: 'AnonymousUserNode', config: { anonymousUserName: 'anonymous' }, to: { outcome: 'success' } },
        },
      },
    };
    const sim = new TestSimulation(realmWith(identified));
    expect(sim.shown(sim.answer(sim.start('J'), 'bjensen'))).toBe('failure: Login failure');
    expect(sim.state.ssoSessions).toEqual({});
    expect(sim.log().at(-1)).toMatch(/no user was identified/);
  });
  it('with noSession needs no user and gives no token', () => {
    const asked = new TestSimulation(realmWith(ends));
    const session = asked.answer(asked.start('J', { parameters: { noSession: ['true'] } }), 'bjensen');
    expect(session.status).toMatchObject({ kind: 'ended', result: 'success', tokenId: null });
    const quiet = new TestSimulation(realmWith({ J: { ...ends.J, flags: { noSession: true } } }));
    expect(quiet.answer(quiet.start('J'), 'nobody').status).toMatchObject({ kind: 'ended', result: 'success', tokenId: null });
  });
  it('a session from the same journey is returned as it is, unless the journey must run or the client forces it', () => {
    const token = (sim: TestSimulation): string => Object.keys(sim.state.ssoSessions)[0] ?? '';
    const sim = new TestSimulation(realmWith(ends));
    sim.answer(sim.start('J'), 'bjensen');
    expect(sim.start('J', { token: token(sim) }).status).toMatchObject({ kind: 'ended', result: 'success', tokenId: token(sim) });
    expect(sim.shown(sim.start('J', { token: token(sim), parameters: { ForceAuth: ['true'] } }))).toBe('NameCallback');
    const must = new TestSimulation(realmWith({ J: { ...ends.J, flags: { mustRun: true } } }));
    must.answer(must.start('J'), 'bjensen');
    expect(must.shown(must.start('J', { token: token(must) }))).toBe('NameCallback');
  });
});

describe('a node type that Tandem cannot execute', () => {
  it('stops and lets a person choose the outcome and set state', () => {
    const realm = realmWith({ J: { nodes: { Strange: { type: 'NoSuchNode', to: { good: 'Ask', bad: 'failure' } }, Ask: collector } } });
    const sim = new TestSimulation(realm);
    const session = sim.start('J');
    expect(sim.shown(session)).toBe('TextOutputCallback+ChoiceCallback+TextInputCallback');
    sim.answer(session, 0, '{"colour":"blue"}');
    expect([sim.trace(session), session.shared.colour]).toEqual([['Strange?', 'Strange:good', 'Ask?'], 'blue']);
  });
});
