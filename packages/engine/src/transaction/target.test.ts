import type { JsonObject, Realm } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { initialized, logIn } from '../../test/pair.ts';
import { bjensen } from '../../test/realm.ts';

const failed = (options: { init?: JsonObject; prepare?: (realm: Realm) => void }) => {
  const { sim, main } = initialized(options);
  return { transactions: Object.keys(sim.state.transactions).length, trace: sim.trace(main).slice(2), log: sim.log(), shared: main.shared };
};

describe('a journey that cannot be initialized', () => {
  it.each<[string, { init?: JsonObject; prepare?: (realm: Realm) => void }, string]>([
    ['because it does not exist', { init: { tree: 'Nope' } }, 'The journey "Nope" to initialize does not exist in realm /alpha.'],
    ['because none is chosen', { init: { tree: null } }, 'The journey "" to initialize does not exist in realm /alpha.'],
    ['because it was deleted', { prepare: ({ journeys }) => void delete journeys.Login }, 'The journey "Login" to initialize does not exist'],
    [
      'because it is disabled',
      { prepare: ({ journeys }) => void Object.assign(journeys.Login?.tree ?? {}, { enabled: false }) },
      'The journey "Login" to initialize is disabled.',
    ],
    ['because Custom has no URL', { init: { redirectUrlType: 'CUSTOM' } }, 'Redirect URL Type is Custom, but Custom Redirect URL is empty.'],
  ])('%s: AM’s error line, why, outcome Error, and nothing is left behind', (_, options, reason) => {
    const { transactions, trace, log, shared } = failed(options);
    expect(trace).toEqual(['Init:error']);
    expect(log).toEqual(['error: Error initializing back channel transaction.', expect.stringContaining(`debug: ${reason}`)]);
    expect(transactions).toBe(0);
    expect(shared).not.toHaveProperty('backchannel-transaction');
    expect(shared).not.toHaveProperty('backchannel-redirectUri');
  });
});

describe('a subject', () => {
  it('that is not in the identity store is unknown, without a log line', () => {
    const { trace, log } = failed({ prepare: ({ identities }) => void delete identities[bjensen._id] });
    expect(trace).toEqual(['Init:unknown', 'UnknownSubject?']);
    expect(log).toEqual([]);
  });

  it('that cannot be read from node state is an error, with AM’s warning', () => {
    const { trace, log } = failed({ init: { usernameKey: 'nobody' } });
    expect(trace).toEqual(['Init:error']);
    expect(log).toEqual(['warn: Error retrieving subject from node state.']);
  });
});

describe('a journey that is disabled while its transaction waits', () => {
  it('cannot be opened; enabled again it can, until Max Time', () => {
    const { sim, realm } = initialized();
    const { tree } = realm.journeys.Login ?? { tree: undefined };
    Object.assign(tree ?? {}, { enabled: false });
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('failure: No configuration found');
    expect(sim.transaction()).toMatchObject({ state: 'CREATED', result: 'UNKNOWN', sessions: [] });
    Object.assign(tree ?? {}, { enabled: true });
    expect(sim.shown(logIn(sim))).toBe('success');
  });

  it('is refused without denying, where retries are not allowed', () => {
    const { sim, realm } = initialized({ init: { allowRetry: false } });
    Object.assign(realm.journeys.Login?.tree ?? {}, { enabled: false });
    sim.open(sim.transaction().id);
    expect(sim.transaction().result).toBe('UNKNOWN');
  });
});
