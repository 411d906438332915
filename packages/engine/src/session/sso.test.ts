import type { JsonObject } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { START, TestSimulation } from '../../test/driver.ts';
import { realmWith } from '../../test/realm.ts';
import { dues, liveSso, upgradeState } from '../index.ts';

const MINUTE = 60;
const ask = { Name: { type: 'UsernameCollectorNode', to: { outcome: 'success' } } };

/** Somebody logged in; `J` gives the session back while it lasts. */
function loggedIn(flags: JsonObject = {}) {
  const script = { type: 'ScriptedDecisionNode', config: { script: 'a', outcomes: ['on'] }, to: { on: 'failure' } };
  const realm = realmWith({ J: { flags, nodes: ask }, Other: { nodes: ask }, Scripted: { nodes: { Run: script } } }, { scripts: { a: '' } });
  const sim = new TestSimulation(realm);
  sim.answer(sim.start('J'), 'bjensen');
  const [token = ''] = Object.keys(sim.state.ssoSessions);
  return { sim, token, isGood: () => liveSso(sim.state, token) !== undefined };
}

describe('a session that nobody uses', () => {
  test.each<[JsonObject, number]>([
    [{}, 30],
    [{ maximumIdleTime: 3 }, 3],
    [{ maximumIdleTime: 60, maximumSessionTime: 5 }, 5],
  ])('%j is over after %d minutes', (flags, minutes) => {
    const { sim, isGood } = loggedIn(flags);
    sim.advance(minutes * MINUTE - 1);
    expect(isGood()).toBe(true);
    sim.advance(1);
    expect(isGood()).toBe(false);
  });

  test('is not given back: the journey runs, and the log says why', () => {
    const { sim, token } = loggedIn();
    sim.advance(30 * MINUTE);
    const session = sim.start('J', { token });
    expect(sim.shown(session)).toBe('NameCallback');
    expect(sim.log()).toEqual(['info: The session that came with the request was not used for 30 minutes: it is over.']);
    expect(sim.events.find(({ kind }) => kind === 'log')?.assumptions).toHaveLength(1);
  });

  test.each([
    [29, { UserId: 'id-bjensen' }],
    [30, undefined],
  ])('for %d minutes: scripts see its properties while it lasts', (minutes, expected) => {
    const { sim, token } = loggedIn();
    sim.advance(minutes * MINUTE);
    sim.holdEffects = true;
    sim.start('Scripted', { token });
    const [asked] = sim.effects;
    const seen = asked?.effect.kind === 'script' ? asked.effect.bindings.existingSession : {};
    expect(seen).toEqual(expected && expect.objectContaining(expected));
  });
});

describe('its idle time begins anew', () => {
  test('with every request of a journey that brings it: start and answer', () => {
    const { sim, token, isGood } = loggedIn();
    sim.advance(29 * MINUTE);
    const other = sim.start('Other', { token });
    sim.advance(4 * MINUTE);
    expect(isGood()).toBe(true);
    sim.submit({ kind: 'answer', session: other.id, otk: other.otk, digest: '', answers: [], request: { ...other.request, token } });
    sim.advance(29 * MINUTE);
    expect(isGood()).toBe(true);
    sim.advance(MINUTE);
    expect(isGood()).toBe(false);
  });

  test('when a client asks for it, while it lasts', () => {
    const { sim, token, isGood } = loggedIn();
    sim.advance(29 * MINUTE);
    sim.submit({ kind: 'access', token });
    sim.advance(29 * MINUTE);
    expect(isGood()).toBe(true);
    sim.advance(MINUTE);
    sim.submit({ kind: 'access', token });
    expect(isGood()).toBe(false);
  });

  test('but never past its maximum time', () => {
    const { sim, token, isGood } = loggedIn({ maximumSessionTime: 40 });
    sim.advance(29 * MINUTE);
    sim.submit({ kind: 'access', token });
    sim.advance(11 * MINUTE);
    expect(isGood()).toBe(false);
  });
});

test('the clock knows when it will be over', () => {
  const { sim, token } = loggedIn();
  const over = () => dues(sim.state).filter(({ kind }) => kind === 'sso-session-expired');
  expect(over()).toEqual([{ at: START + 30 * MINUTE * 1000, kind: 'sso-session-expired', order: 0 }]);
  sim.advance(MINUTE);
  sim.submit({ kind: 'access', token });
  expect(over().map(({ at }) => at)).toEqual([START + 31 * MINUTE * 1000]);
});

test('a state that was stored before sessions had an idle time counts it from then on', () => {
  const { sim, token } = loggedIn();
  const stored = structuredClone(sim.state);
  stored.now += 3_600_000;
  delete (stored.ssoSessions[token] as { latestAccess?: number }).latestAccess;
  expect(liveSso(upgradeState(stored), token)).toBeDefined();
});
