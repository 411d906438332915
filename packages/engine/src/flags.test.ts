import type { JsonObject, Realm } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { START, TestSimulation } from '../test/driver.ts';
import { pair, realmWith } from '../test/realm.ts';
import { sessionAnswer } from './wire.ts';

const minutes = (count: number): number => count * 60_000;
const ask = { Ask: { type: 'UsernameCollectorNode', to: { outcome: 'success' } } };
const journey = (flags: JsonObject, nodes: Parameters<typeof realmWith>[0][string]['nodes'] = ask): Realm => realmWith({ J: { flags, nodes } });

describe('the realm’s default journey', () => {
  const withDefault = (defaultJourney: string | undefined, flags: JsonObject = {}): TestSimulation => {
    const realm = journey(flags);
    if (defaultJourney !== undefined) realm.services.defaultJourney = defaultJourney;
    return new TestSimulation(realm);
  };

  it('runs when a request names none', () => {
    const sim = withDefault('J');
    const session = sim.start({ type: 'default' });
    expect([session.journey, session.role, sim.shown(session)]).toEqual(['J', 'main', 'NameCallback']);
  });

  it.each([
    [undefined, 'No Configuration found'],
    ['Gone', 'No Configuration found'],
  ])('%j cannot: "%s"', (name, message) => {
    const sim = withDefault(name);
    const session = sim.start({ type: 'default' });
    expect([sim.shown(session), session.journey]).toEqual([`failure: ${message}`, name ?? '']);
  });

  it('a refusal keeps a session that says so, one that ran does not', () => {
    expect(withDefault('Gone').start({ type: 'default' }).refused).toBe(true);
    expect(withDefault('J').start({ type: 'default' })).not.toHaveProperty('refused');
  });

  it('that is disabled cannot either', () => {
    const sim = withDefault('J', { enabled: false });
    expect(sim.shown(sim.start({ type: 'default' }))).toBe('failure: No configuration found');
  });
});

describe('a transaction', () => {
  const open = (flags: JsonObject): string => {
    const realm = pair();
    const sim = new TestSimulation(realm);
    sim.answer(sim.start('Main'), 'bjensen');
    Object.assign(realm.journeys.Login?.tree ?? {}, flags);
    return sim.shown(sim.open(sim.transaction().id));
  };

  it('starts a journey that is for transactions only', () => {
    expect(open({ transactionalOnly: true })).toBe('NameCallback');
  });

  it.each<JsonObject>([{ enabled: false }, { innerTreeOnly: true }])('does not start one that is %j', (flags) => {
    expect(open(flags)).toBe('failure: No configuration found');
  });

  it('whose journey was deleted meanwhile does not start it', () => {
    const realm = pair();
    const sim = new TestSimulation(realm);
    sim.answer(sim.start('Main'), 'bjensen');
    delete realm.journeys.Login;
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('failure: No Configuration found');
    expect(sim.transaction().state).toBe('CREATED');
  });
});

describe('times of the session', () => {
  const props = (config: JsonObject) => ({
    ...ask,
    Ask: { ...ask.Ask, to: { outcome: 'Props' } },
    Props: { type: 'SetSessionPropertiesNode', config, to: { outcome: 'success' } },
  });

  it.each<[string, JsonObject, JsonObject | null, number, number]>([
    ['AM’s defaults', {}, null, 120, 30],
    ['those of the journey', { maximumSessionTime: 20, maximumIdleTime: 5 }, null, 20, 5],
    ['those of a Set Session Properties node', { maximumSessionTime: 20, maximumIdleTime: 5 }, { maxSessionTime: 10, maxIdleTime: 2 }, 10, 2],
    ['each on its own', { maximumSessionTime: 20, maximumIdleTime: 5 }, { maxIdleTime: 2 }, 20, 2],
  ])('%s', (_, flags, config, session, idle) => {
    const sim = new TestSimulation(journey(flags, config ? props(config) : ask));
    sim.answer(sim.start('J'), 'bjensen');
    expect(Object.values(sim.state.ssoSessions)[0]).toMatchObject({ expiresAt: START + minutes(session), maxIdleTime: idle });
  });
});

describe('treeTimeout', () => {
  it.each([
    [{}, 299, 300],
    [{ treeTimeout: 1 }, 59, 60],
    [{ treeTimeout: 30 }, 1799, 1800],
  ])('%j: the client may answer after %d s, after %d s it is error 110', (flags, early, late) => {
    const answered = (seconds: number) => {
      const sim = new TestSimulation(journey(flags));
      const session = sim.start('J');
      sim.advance(seconds);
      return sessionAnswer(session, '/alpha').body;
    };
    expect(answered(early)).toHaveProperty('callbacks');
    expect(answered(late)).toEqual({ code: 401, reason: 'Unauthorized', message: 'Session has timed out', detail: { errorCode: '110' } });
  });

  it('ends a loop of waits, whatever the transaction’s Max Time is', () => {
    const sim = new TestSimulation(pair({ init: { timeout: 3600 } }));
    const main = sim.answer(sim.start('Main'), 'bjensen');
    for (let polls = 0; polls < 49; polls += 1) {
      sim.advance(6);
      sim.answer(main);
    }
    expect(sim.shown(main)).toBe('PollingWaitCallback');
    sim.advance(6);
    expect(sim.shown(main)).toBe('failure: Session has timed out');
    expect(sim.transaction()).toMatchObject({ state: 'CREATED', expired: false });
  });
});

describe('mustRun', () => {
  const token = (sim: TestSimulation): string => Object.keys(sim.state.ssoSessions)[0] ?? '';

  it('runs whatever session the request brings; without it the session of the same journey is returned', () => {
    const shown = (flags: JsonObject): string => {
      const sim = new TestSimulation(journey(flags));
      sim.answer(sim.start('J'), 'bjensen');
      return sim.shown(sim.start('J', { token: token(sim) }));
    };
    expect([shown({ mustRun: true }), shown({})]).toEqual(['NameCallback', 'success']);
  });
});
