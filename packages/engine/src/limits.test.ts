import { describe, expect, it } from 'vitest';
import { START, TestSimulation } from '../test/driver.ts';
import { pair, realmWith, scarter } from '../test/realm.ts';
import { Model } from './model.ts';
import { deadline } from './time.ts';

describe('numbers from files', () => {
  it.each([1e300, Number.POSITIVE_INFINITY, 1e15])('a duration of %d ends with the last moment a date can hold', (ms) => {
    expect(() => new Date(deadline(START, ms * 1000)).toISOString()).not.toThrow();
  });
  it.each([Number.NaN, -5, 0])('a duration of %d is over at once', (ms) => {
    expect(deadline(START, ms)).toBe(START);
  });
  it('no journey, transaction or wait outlasts that moment', () => {
    const realm = pair({ init: { timeout: 1e300 }, wait: { secondsToWait: 1e300 } });
    for (const { tree } of Object.values(realm.journeys)) tree.treeTimeout = 1e300;
    const sim = new TestSimulation(realm);
    const main = sim.answer(sim.start('Main'), 'bjensen');
    for (const time of [main.expiresAt, sim.transaction().expiresAt]) expect(Number.isFinite(new Date(time).getTime())).toBe(true);
  });
});

describe('keys', () => {
  it('a data object cannot take AM’s own, and the log says so', () => {
    const sim = new TestSimulation(pair());
    const main = sim.start('Main');
    main.shared.data = { realm: '/evil', authLevel: 99, colour: 'blue' };
    sim.answer(main, 'bjensen');
    expect(sim.open(sim.transaction().id).shared).toEqual({ realm: '/alpha', authLevel: 0, colour: 'blue' });
    expect(sim.log()).toEqual([expect.stringContaining('sets "realm"'), expect.stringContaining('sets "authLevel"')]);
  });
  it('"__proto__" written by a script fails its journey with a clear line', () => {
    const script = { type: 'ScriptedDecisionNode', config: { script: 's', outcomes: ['outcome'] }, to: { outcome: 'failure' } };
    const sim = new TestSimulation(realmWith({ J: { nodes: { Script: script } } }, { scripts: { s: '' } }), {
      scripts: { s: () => ({ outcome: 'outcome', writes: [{ op: 'put', scope: 'shared', key: '__proto__', value: {} }] }) },
    });
    expect(sim.shown(sim.start('J'))).toBe('failure: Login failure');
    expect(sim.log().at(-1)).toMatch(/"__proto__" cannot be used as a key/);
  });
  it('a session property called toString can be removed like any other', () => {
    const sim = new TestSimulation(pair());
    const main = sim.start('Main');
    sim.submit({ kind: 'logout', token: 'toString' });
    expect(sim.events.at(-1)?.patch).toEqual([]);
    expect(main.properties.toString).toBe(Object.prototype.toString);
  });
});

describe('a changed realm', () => {
  it('keeps identity changes that it does not have yet, and drops those it has', () => {
    const realm = pair();
    const sim = new TestSimulation(realm);
    const newer = { ...scarter, mail: 'newer@example.com' };
    sim.state.identities = { [scarter._id]: newer, 'id-bjensen': { ...scarter, _id: 'id-bjensen' } };
    const next = { ...realm, identities: { ...realm.identities, 'id-bjensen': { ...scarter, _id: 'id-bjensen' } } };
    sim.model = new Model(next);
    sim.submit({ kind: 'realm', version: 2 });
    expect(sim.state.identities).toEqual({ [scarter._id]: newer });
  });
});

describe('a completed transaction', () => {
  it('opened with the session that it gave returns that session', () => {
    const sim = new TestSimulation(pair());
    sim.answer(sim.start('Main'), 'bjensen');
    const user = sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 'Secret12!');
    const token = user.status.kind === 'ended' ? user.status.tokenId : null;
    expect(sim.open(sim.transaction().id, { token }).status).toMatchObject({ kind: 'ended', result: 'success', tokenId: token });
  });
});
