import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { initialized, logIn } from '../test/pair.ts';
import { pair } from '../test/realm.ts';

describe('a pair of journeys', () => {
  it('runs from pending over in progress to success, on one clock', () => {
    const { sim, main } = initialized();
    expect(sim.shown(main)).toBe('PollingWaitCallback');
    expect(main.shared['backchannel-transaction']).toBe(sim.transaction().id);
    expect(main.shared['backchannel-redirectUri']).toBe(
      `http://localhost:8080/am/XUI/Login?realm=/alpha&authIndexType=transaction&authIndexValue=${sim.transaction().id}`,
    );
    const user = sim.answer(sim.open(sim.transaction().id), 'bjensen');
    sim.advance(6);
    sim.answer(main);
    expect(sim.trace(main).slice(-4)).toEqual(['Poll?', 'Poll:DONE', 'Status:inprogress', 'Poll?']);
    expect(sim.shown(sim.answer(user, 'Secret12!'))).toBe('success');
    sim.advance(6);
    sim.answer(main);
    expect(sim.trace(main).slice(-3)).toEqual(['Poll:DONE', 'Status:success', 'Done?']);
    expect(sim.transaction()).toMatchObject({ state: 'COMPLETED', result: 'APPROVED' });
  });

  it('addresses have the origin of Base URL Source, and stay under the context that the client came by', () => {
    const realm = pair();
    realm.services.baseUrl = 'https://id.example.com/am';
    const sim = new TestSimulation(realm);
    const main = sim.start('Main', { base: 'http://localhost:8080/sim/1/am' });
    const answers = [{ type: 'NameCallback', values: { '': 'bjensen' } }];
    sim.submit({ kind: 'answer', session: main.id, otk: main.otk, digest: '', answers, request: main.request });
    expect(sim.transaction().redirectUri).toMatch(/^https:\/\/id\.example\.com\/sim\/1\/am\/XUI\/Login\?realm=\/alpha&/);
  });

  it('both journeys belong to the run of the main session', () => {
    const { sim, main } = initialized();
    const user = sim.open(sim.transaction().id);
    expect([user.run, user.role]).toEqual([main.id, 'backchannel']);
  });

  it('a client that polls too early gets the full wait again, and the end does not move', () => {
    const { sim, main } = initialized();
    sim.advance(3);
    sim.answer(main);
    expect(sim.shown(main)).toBe('PollingWaitCallback');
    sim.advance(3);
    sim.answer(main);
    expect(sim.trace(main).slice(-3)).toEqual(['Poll:DONE', 'Status:pending', 'Poll?']);
  });

  it('puts the data object at the root of the other journey’s shared state', () => {
    const sim = new TestSimulation(pair());
    const main = sim.start('Main');
    main.shared.data = { colour: 'blue', username: 'bjensen' };
    sim.answer(main, 'bjensen');
    expect(sim.open(sim.transaction().id).shared).toMatchObject({ colour: 'blue', username: 'bjensen', realm: '/alpha' });
  });

  it('session properties of the other journey reach the main one', () => {
    const { sim, main } = initialized();
    logIn(sim);
    sim.advance(6);
    sim.holdEffects = true;
    sim.answer(main);
    const written = sim.events.flatMap((event) => event.patch).findLast(([path]) => path.at(-1) === 'backchannel-sessionProperties');
    expect(written?.[1]).toMatchObject({ UserId: 'id-bjensen', AMCtxId: expect.stringMatching(/^[0-9a-f-]{36}-\d+$/) });
  });
});

describe('retry', () => {
  it('on: a failed attempt leaves the transaction open, and a later one succeeds', () => {
    const { sim } = initialized();
    expect(sim.shown(logIn(sim, 'wrong'))).toBe('failure: Login failure');
    expect(sim.transaction()).toMatchObject({ state: 'IN_PROGRESS', result: 'UNKNOWN' });
    expect(sim.shown(logIn(sim))).toBe('success');
    expect(sim.transaction().result).toBe('APPROVED');
  });

  it('off: the first failure is final; a later right password cannot approve', () => {
    const { sim, main } = initialized({ init: { allowRetry: false } });
    logIn(sim, 'wrong');
    expect(sim.transaction()).toMatchObject({ state: 'COMPLETED', result: 'DENIED' });
    expect(sim.shown(logIn(sim))).toBe('failure: Unable to approve transaction');
    sim.advance(6);
    sim.answer(main);
    expect(sim.trace(main).at(-1)).toBe('Status:failure');
  });
});

describe('Max Time', () => {
  it('passed: the status is unknown and the transaction can no longer be read', () => {
    const { sim, main } = initialized();
    sim.advance(121);
    expect(sim.transaction().expired).toBe(true);
    sim.answer(main);
    expect(sim.trace(main).at(-2)).toBe('Status:unknown');
    expect(sim.shown(sim.open(sim.transaction().id))).toBe('failure: Unable to read transaction.');
  });

  it('is the realm’s time to live when the node sets none', () => {
    const { sim } = initialized({ init: { timeout: null } });
    expect(sim.transaction().expiresAt - sim.transaction().createdAt).toBe(180_000);
  });

  it('does not outlast a journey that takes longer: it cannot be approved any more', () => {
    const { sim } = initialized();
    const user = sim.answer(sim.open(sim.transaction().id), 'bjensen');
    sim.advance(121);
    expect(sim.shown(sim.answer(user, 'Secret12!'))).toBe('failure: Unable to approve transaction');
  });
});

describe('who may finish a transaction', () => {
  it('another user than its subject cannot approve it, and it stays open', () => {
    const { sim } = initialized();
    expect(sim.shown(logIn(sim, 'Secret12!', 'scarter'))).toBe('failure: Unable to approve transaction');
    expect(sim.transaction()).toMatchObject({ state: 'IN_PROGRESS', result: 'UNKNOWN' });
    expect(sim.shown(logIn(sim))).toBe('success');
  });

  it('anybody can when it has no subject', () => {
    const { sim } = initialized({ init: { idType: 'NONE' } });
    expect(sim.shown(logIn(sim, 'Secret12!', 'scarter'))).toBe('success');
  });

  it('opened again when completed, it hands out callbacks but cannot be approved twice', () => {
    const { sim } = initialized();
    logIn(sim);
    const again = sim.open(sim.transaction().id);
    expect(sim.shown(again)).toBe('NameCallback');
    expect(sim.shown(logIn(sim))).toBe('failure: Unable to approve transaction');
  });
});
