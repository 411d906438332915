import type { JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { bjensen, realmWith } from '../test/realm.ts';
import { dues, type Message, type Session } from './index.ts';

const withPhone = { ...bjensen, pushDevices: [{ uuid: 'device-1', deviceName: 'Phone', lastAccessDate: 1 }] };

/** Sends a push and polls for its answer. */
function pushed(push: JsonObject = {}, wait: JsonObject = { secondsToWait: 5 }) {
  const sim = new TestSimulation(
    realmWith(
      {
        Push: {
          nodes: {
            Name: { type: 'UsernameCollectorNode', to: { outcome: 'Send' } },
            Send: { type: 'PushAuthenticationSenderNode', config: push, to: { SENT: 'Wait', NOT_REGISTERED: 'failure', SKIPPED: 'failure' } },
            Wait: { type: 'PushWaitNode', config: wait, to: { DONE: 'Verify', EXITED: 'failure' } },
            Verify: { type: 'PushResultVerifierNode', to: { TRUE: 'Yes', FALSE: 'No', EXPIRED: 'Late', WAITING: 'Wait' } },
            Yes: { type: 'MessageNode', to: {} },
            No: { type: 'MessageNode', to: {} },
            Late: { type: 'MessageNode', to: {} },
          },
        },
      },
      { identities: [withPhone] },
    ),
  );
  const session = sim.answer(sim.start('Push'), 'bjensen');
  const message = Object.values(sim.state.outbox)[0] as Message;
  return {
    sim,
    session,
    message,
    answer: (approve: boolean, number: string | null = null) => sim.submit({ kind: 'message', id: message.id, approve, number }),
    /** The client comes back when its wait is over. */
    poll(): Session {
      sim.advance(6);
      return sim.answer(sim.session(session.id));
    },
  };
}

describe('a push', () => {
  it('stands in the outbox with who sent it, unanswered', () => {
    const { message, session, sim } = pushed();
    expect(message).toMatchObject({
      session: session.id,
      node: 'Send',
      kind: 'push',
      to: 'Phone',
      answered: false,
      approved: null,
      at: sim.state.now,
    });
    expect(sim.events.find(({ kind }) => kind === 'message')).toMatchObject({ nodeName: 'Send', message: 'Push to Phone' });
  });

  it('approved goes to Success and notes the access of the device', () => {
    const { sim, answer, poll } = pushed();
    answer(true);
    expect(poll().node).toBe('Yes');
    expect(sim.state.identities[withPhone._id]?.pushDevices).toEqual([{ uuid: 'device-1', deviceName: 'Phone', lastAccessDate: sim.state.now }]);
  });

  it('denied goes to Failure', () => {
    const { answer, poll } = pushed();
    answer(false);
    expect(poll().node).toBe('No');
  });

  it('is answered once: the second answer counts for nothing', () => {
    const { sim, answer, poll } = pushed();
    answer(false);
    const { seq } = sim.state;
    answer(true);
    expect(sim.state.seq).toBe(seq);
    expect(poll().node).toBe('No');
  });

  it('not answered yet: the journey waits again', () => {
    const { sim, session, poll, answer } = pushed();
    expect(poll().node).toBe('Wait');
    answer(true);
    expect(poll().node).toBe('Yes');
    expect(sim.trace(session)).toEqual([
      'Name?',
      'Name:outcome',
      'Send:SENT',
      'Wait?',
      'Wait:DONE',
      'Verify:WAITING',
      'Wait?',
      'Wait:DONE',
      'Verify:TRUE',
      'Yes?',
    ]);
  });

  it('an unknown message is no message', () => {
    const { sim } = pushed();
    const { seq } = sim.state;
    sim.submit({ kind: 'message', id: 'nothing', approve: true, number: null });
    expect(sim.state.seq).toBe(seq);
  });
});

describe('a number challenge', () => {
  const challenge = () => pushed({ pushType: 'CHALLENGE' });

  it('shows the right number to the client', () => {
    const { session, message } = challenge();
    const callbacks = session.status.kind === 'callbacks' ? session.status.callbacks : [];
    expect(callbacks.map(({ type }) => type)).toEqual(['PollingWaitCallback', 'HiddenValueCallback', 'ConfirmationCallback']);
    expect(callbacks[1]?.output[0]?.value).toBe(message.push?.number);
    expect(message.push?.numbers).toContain(message.push?.number);
  });

  it('the right number approves', () => {
    const { message, answer, poll } = challenge();
    answer(true, message.push?.number ?? null);
    expect(poll().node).toBe('Yes');
  });

  it.each(['wrong', 'none'])('%s: Failure', (kind) => {
    const { sim, message, answer, poll } = challenge();
    answer(true, kind === 'none' ? null : (message.push?.numbers?.find((number) => number !== message.push?.number) ?? ''));
    expect(poll().node).toBe('No');
    expect(sim.events.find((event) => event.kind === 'message-answered')?.message).toBe('push to Phone was denied with the wrong number');
  });
});

describe('time', () => {
  it('a push that was not answered in time is expired, and no answer counts any more', () => {
    const { sim, message, answer, poll } = pushed({ messageTimeout: 3000 });
    sim.advance(3);
    answer(true);
    expect(sim.state.outbox[message.id]?.answered).toBe(false);
    expect(poll().node).toBe('Late');
  });

  it('an answer in time counts later, too', () => {
    const { sim, answer, poll } = pushed({ messageTimeout: 3000 });
    sim.advance(2);
    answer(true);
    expect(poll().node).toBe('Yes');
  });

  it('the end of the message is an event of its own, until it is answered', () => {
    const { sim, message, session, answer } = pushed({ messageTimeout: 3000 });
    const due = { at: sim.state.now + 3000, kind: 'push-expired', message: message.id, session: session.id };
    expect(dues(sim.state)[0]).toMatchObject(due);
    answer(true);
    expect(dues(sim.state).map(({ kind }) => kind)).not.toContain('push-expired');
  });
});

describe('a one-time password', () => {
  const check = { type: 'OneTimePasswordCollectorDecisionNode', config: { passwordExpiryTime: 2 }, to: { true: 'success', false: 'failure' } };
  const onPage = { type: 'PageNode', config: { nodes: [{ _id: 'Otp', nodeType: check.type }] }, to: check.to };

  it.each([
    ['alone', check],
    ['on a page', onPage],
  ])('that is asked for %s: its end is an event of its own, and it is too late then', (_, Check) => {
    const Make = { type: 'OneTimePasswordGeneratorNode', to: { outcome: 'Check' } };
    const sim = new TestSimulation(realmWith({ Otp: { nodes: { Make, Check } } }, { inner: { Otp: { type: check.type, config: check.config } } }));
    const session = sim.start('Otp');
    const otp = String(session.secure.oneTimePassword);
    expect(dues(sim.state)[0]).toMatchObject({ kind: 'answer-expired', at: sim.state.now + 120_000, session: session.id, node: 'Check' });
    sim.advance(120);
    expect(sim.shown(sim.answer(session, otp))).toMatch(/^failure/);
  });
});

it('pruning forgets messages, but no push that can still be answered', () => {
  const { sim } = pushed({ messageTimeout: 60_000 });
  const at = sim.state.now;
  sim.submit({ kind: 'prune', before: at + 60_000 });
  expect(Object.keys(sim.state.outbox)).toHaveLength(1);
  sim.submit({ kind: 'prune', before: at + 60_001 });
  expect(sim.state.outbox).toEqual({});
});
