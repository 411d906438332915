import type { Identity } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import type { TestSimulation } from '../../test/driver.ts';
import { initialized, logIn, status } from '../../test/pair.ts';

const UNABLE = 'failure: Unable to approve transaction';

/** AM tells the client one sentence; the log tells why. */
const why = (sim: TestSimulation): string | undefined => sim.log().findLast((line) => line.startsWith('error: Unable to approve'));

describe('who may approve', () => {
  it('the subject, whichever of its names the journey knows it by', () => {
    const login = { Name: { type: 'UsernameCollectorNode', to: { outcome: 'success' } } };
    for (const name of ['bjensen', 'BJensen', 'id-bjensen']) {
      const { sim } = initialized({ login });
      expect(sim.shown(sim.answer(sim.open(sim.transaction().id), name))).toBe('success');
    }
  });

  it('nobody else; the log says who tried, and it stays open', () => {
    const { sim, main } = initialized();
    expect(sim.shown(logIn(sim, 'Secret12!', 'scarter'))).toBe(UNABLE);
    expect(why(sim)).toBe('error: Unable to approve transaction: it is for bjensen, but scarter finished Login.');
    expect(sim.events.findLast(({ kind }) => kind === 'session-ended')?.assumptions).toHaveLength(1);
    expect(sim.state.ssoSessions).toEqual({});
    expect(status(sim, main)).toBe('Status:inprogress');
  });

  it('nobody else, even where retries are not allowed: that denies nothing', () => {
    const { sim } = initialized({ init: { allowRetry: false } });
    logIn(sim, 'Secret12!', 'scarter');
    expect(sim.shown(logIn(sim))).toBe('success');
  });

  it('not nobody: a journey without a session must know the subject, too', () => {
    const login = { Say: { type: 'MessageNode', to: { true: 'success', false: 'failure' } } };
    const { sim } = initialized({ login });
    expect(sim.shown(sim.answer(sim.open(sim.transaction().id, { parameters: { noSession: ['true'] } }), 0))).toBe(UNABLE);
    expect(why(sim)).toContain('but nobody finished Login');
  });

  it('an agent, where the subject is one; a user of that name is another', () => {
    const agent: Identity = { _id: 'agent-1', kind: 'agent', userName: 'bjensen' };
    const login = { Name: { type: 'UsernameCollectorNode', to: { outcome: 'success' } } };
    const { sim } = initialized({ init: { idType: 'AGENT' }, login, prepare: ({ identities }) => Object.assign(identities, { [agent._id]: agent }) });
    expect(sim.transaction().subject).toEqual({ type: 'agent', id: 'agent-1', name: 'bjensen' });
    expect(sim.shown(sim.answer(sim.open(sim.transaction().id), 'bjensen'))).toBe(UNABLE);
    expect(sim.shown(sim.answer(sim.open(sim.transaction().id), 'agent-1'))).toBe('success');
  });

  it('anybody, where the subject type is None', () => {
    const { sim } = initialized({ init: { idType: 'NONE' } });
    expect(sim.transaction().subject).toBeNull();
    expect(sim.shown(logIn(sim, 'Secret12!', 'scarter'))).toBe('success');
  });
});

describe('a transaction that is completed', () => {
  it('opens again, with fresh callbacks, and cannot be approved twice; the approval stands', () => {
    const { sim, main } = initialized();
    logIn(sim);
    expect(sim.shown(logIn(sim))).toBe(UNABLE);
    expect(why(sim)).toBe('error: Unable to approve transaction: it is already APPROVED.');
    expect(sim.transaction()).toMatchObject({ state: 'COMPLETED', result: 'APPROVED' });
    expect(status(sim, main)).toBe('Status:success');
  });

  it('opened with the session that it gave is answered with that session; signed off, the journey runs', () => {
    const { sim } = initialized();
    logIn(sim);
    const token = Object.keys(sim.state.ssoSessions)[0] ?? null;
    expect(sim.shown(sim.open(sim.transaction().id, { token }))).toBe('success');
    sim.submit({ kind: 'logout', token: token ?? '' });
    expect(sim.shown(sim.open(sim.transaction().id, { token }))).toBe('NameCallback');
  });

  it('runs whatever session comes along when the client says ForceAuth', () => {
    const { sim } = initialized();
    logIn(sim);
    const token = Object.keys(sim.state.ssoSessions)[0] ?? null;
    expect(sim.shown(sim.open(sim.transaction().id, { token, parameters: { ForceAuth: ['true'] } }))).toBe('NameCallback');
  });

  it('of two attempts at once the first to finish approves', () => {
    const { sim } = initialized();
    const [one, two] = [sim.open(sim.transaction().id), sim.open(sim.transaction().id)];
    for (const session of [one, two]) sim.answer(session, 'bjensen');
    expect(sim.shown(sim.answer(two, 'Secret12!'))).toBe('success');
    expect(sim.shown(sim.answer(one, 'Secret12!'))).toBe(UNABLE);
  });
});

describe('a transaction that is not completed', () => {
  it('runs its journey although the client has a session of that journey', () => {
    const { sim } = initialized();
    logIn(sim);
    const token = Object.keys(sim.state.ssoSessions)[0] ?? null;
    sim.answer(sim.start('Main'), 'bjensen');
    const second = Object.values(sim.state.transactions)[1];
    expect(sim.shown(sim.open(second?.id ?? '', { token }))).toBe('NameCallback');
  });

  it('is approved without a session when the client says noSession', () => {
    const { sim } = initialized();
    const user = sim.open(sim.transaction().id, { parameters: { noSession: ['true'] } });
    sim.answer(sim.answer(user, 'bjensen'), 'Secret12!');
    expect(sim.shown(user)).toBe('success');
    expect(sim.state.ssoSessions).toEqual({});
    expect(sim.transaction()).toMatchObject({ result: 'APPROVED', sessionProperties: {} });
  });
});
