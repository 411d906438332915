import type { JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import type { ScriptStub } from '../../test/driver.ts';
import { initialized, status } from '../../test/pair.ts';
import { ASSUMED } from '../assumptions.ts';

const KEY = 'transaction:notify';
const notification = (to: string) => ({ type: 'BackchannelNotificationNode', config: { dataKey: KEY }, to: { success: to, error: 'Failed' } });
const tell = (script: string, to: string) => ({ type: 'ScriptedDecisionNode', config: { script, outcomes: ['outcome'] }, to: { outcome: to } });
const writing =
  (value: JsonObject | string): ScriptStub =>
  () => ({ outcome: 'outcome', writes: [{ op: 'put', scope: 'shared', key: KEY, value }] });

const login = {
  First: tell('first', 'Notify'),
  Notify: notification('Name'),
  Name: { type: 'UsernameCollectorNode', to: { outcome: 'Second' } },
  Second: tell('second', 'Again'),
  Again: notification('Wait'),
  Wait: { type: 'MessageNode', to: { true: 'success', false: 'failure' } },
  Failed: { type: 'MessageNode', to: { true: 'success', false: 'failure' } },
};
const record = { recordTransactionData: true, transactionDataKey: 'transaction:data' };
const begin = (second: JsonObject | string = { journeyStatus: 'Status 2', by: { phone: true } }, timeout = 120) =>
  initialized({
    init: { timeout },
    status: record,
    login,
    scripts: { first: writing({ journeyStatus: 'Status 1', by: { laptop: true }, step: 1 }), second: writing(second) },
  });

describe('what Notification adds', () => {
  it('reaches the main journey at its next Status, while the other journey goes on', () => {
    const { sim, main } = begin();
    expect(sim.session(main.id).shared).not.toHaveProperty('transaction:data');
    sim.open(sim.transaction().id);
    expect(sim.session(main.id).shared).not.toHaveProperty('transaction:data');
    expect(status(sim, main)).toBe('Status:inprogress');
    expect(main.shared['transaction:data']).toEqual({ journeyStatus: 'Status 1', by: { laptop: true }, step: 1 });
  });

  it('replaces keys of the same name as a whole and keeps the others; the step says that this is assumed', () => {
    const { sim, main } = begin();
    sim.answer(sim.open(sim.transaction().id), 'bjensen');
    status(sim, main);
    expect(main.shared['transaction:data']).toEqual({ journeyStatus: 'Status 2', by: { phone: true }, step: 1 });
    const visits = sim.events.filter(({ nodeType, kind }) => nodeType === 'BackchannelNotificationNode' && kind === 'visited');
    expect(visits.map(({ assumptions }) => assumptions)).toEqual([[ASSUMED.merge], [ASSUMED.merge]]);
  });

  it('is kept as it was, notification by notification, with its time', () => {
    const { sim } = begin();
    const user = sim.open(sim.transaction().id);
    const first = sim.state.now;
    sim.advance(7);
    sim.answer(user, 'bjensen');
    expect(sim.transaction().notifications).toEqual([
      { at: first, data: { journeyStatus: 'Status 1', by: { laptop: true }, step: 1 } },
      { at: first + 7000, data: { journeyStatus: 'Status 2', by: { phone: true } } },
    ]);
  });

  it('is still there when the transaction is completed', () => {
    const { sim, main } = begin();
    sim.answer(sim.answer(sim.open(sim.transaction().id), 'bjensen'), 0);
    expect(status(sim, main)).toBe('Status:success');
    expect(main.shared['transaction:data']).toMatchObject({ journeyStatus: 'Status 2' });
  });

  it('does not touch the state of its own journey', () => {
    const { sim } = begin();
    const user = sim.open(sim.transaction().id);
    const touched = sim.events.filter(({ session, nodeName }) => session === user.id && nodeName === 'Notify').flatMap(({ writes = [] }) => writes);
    expect(touched).toEqual([]);
  });
});

describe('a notification that fails', () => {
  it('for want of an object: AM’s warning names the key, the transaction stays as it is', () => {
    const { sim } = begin('just text');
    const user = sim.answer(sim.open(sim.transaction().id), 'bjensen');
    expect(sim.trace(user).slice(-2)).toEqual(['Again:error', 'Failed?']);
    expect(sim.log()).toEqual(['warn: Data in state at transaction:notify data key was not found or incorrect type, not updating transaction.']);
    expect(sim.transaction().notifications).toHaveLength(1);
  });

  it('after Max Time: the transaction cannot be updated, which is not a missing id', () => {
    const { sim } = begin(undefined, 60);
    const user = sim.open(sim.transaction().id);
    sim.advance(60);
    sim.answer(user, 'bjensen');
    expect(sim.trace(user).slice(-2)).toEqual(['Again:error', 'Failed?']);
    expect(sim.log()).toEqual(['error: Failed to update backchannel transaction', 'debug: Unable to read transaction.']);
    expect(sim.transaction().notifications).toHaveLength(1);
  });

  it('in a journey that serves no transaction: AM’s other warning', () => {
    const { sim } = begin();
    const direct = sim.start('Login');
    expect(sim.trace(direct).slice(-2)).toEqual(['Notify:error', 'Failed?']);
    expect(sim.log()).toEqual(['warn: Transaction ID not found in context']);
  });
});
