import type { JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { TestSimulation } from '../test/driver.ts';
import { realmWith } from '../test/realm.ts';
import { dues, suspendedSession } from './index.ts';

const MINUTE = 60;
const templates: Record<string, JsonObject> = {
  registration: { subject: { en: 'Go on' }, message: { en: '<a href="{{object.resumeURI}}">Go on</a>' }, mimeType: 'text/html' },
};
const request = { base: 'http://other.example/am', headers: { 'accept-language': ['de'] }, parameters: { x: ['y'] }, cookies: {}, token: null };
type Nodes = Parameters<typeof realmWith>[0];

function simulation(journeys: Nodes, extra: Parameters<typeof realmWith>[1] = {}): TestSimulation {
  const realm = realmWith(journeys, extra);
  Object.assign(realm.emailTemplates, templates);
  return new TestSimulation(realm);
}

/** Collects a mail address, suspends, shows a message. */
const linked = (config: JsonObject = {}): Nodes => ({
  Link: {
    // Nobody is identified here.
    flags: { noSession: true },
    nodes: {
      Mail: { type: 'AttributeCollectorNode', config: { attributesToCollect: ['mail'] }, to: { outcome: 'Away' } },
      Away: { type: 'EmailSuspendNode', config, to: { outcome: 'Back' } },
      Back: { type: 'MessageNode', to: { true: 'success', false: 'failure' } },
    },
  },
});

function suspended(sim: TestSimulation, journey = 'Link') {
  const session = sim.answer(sim.start(journey), 'new@example.com');
  const id = session.status.kind === 'callbacks' ? (session.status.suspended ?? '') : '';
  return { session, id, resume: (suspendedId = id) => sim.submit({ kind: 'resume', session: session.id, suspended: suspendedId, request }) };
}

describe('a suspended journey', () => {
  it('shows its message and mails the link that finds it again', () => {
    const sim = simulation(linked());
    const { session, id } = suspended(sim);
    expect(sim.shown(session)).toBe('SuspendedTextOutputCallback');
    expect(id).toMatch(/^[0-9a-f]{48}$/);
    expect(Object.values(sim.state.outbox)).toMatchObject([
      { kind: 'email', to: 'new@example.com', links: [`http://localhost:8080/am/XUI/?realm=/alpha&suspendedId=${id}`] },
    ]);
    expect(suspendedSession(sim.state, id)?.id).toBe(session.id);
  });

  it('goes on at its node when the client is back, with the new request but the parameters of the start', () => {
    const sim = simulation(linked());
    const { session, resume } = suspended(sim);
    resume();
    expect(sim.shown(session)).toBe('TextOutputCallback+ConfirmationCallback');
    expect(sim.session(session.id).request).toMatchObject({ base: 'http://other.example/am', parameters: {} });
    expect(sim.events.find(({ kind }) => kind === 'resumed')?.assumptions).toEqual([expect.stringMatching(/time begins anew/)]);
    expect(Object.keys(sim.state.outbox)).toHaveLength(1);
    expect(sim.shown(sim.answer(sim.session(session.id)))).toMatch(/^success/);
  });

  it('keeps its place when its step is sent back', () => {
    const sim = simulation(linked());
    const { session } = suspended(sim);
    sim.answer(session);
    expect(sim.shown(session)).toBe('SuspendedTextOutputCallback');
  });

  it('the link works once', () => {
    const sim = simulation(linked());
    const { session, id, resume } = suspended(sim);
    resume();
    expect(suspendedSession(sim.state, id)).toBeUndefined();
    const { seq } = sim.state;
    resume();
    expect(sim.state.seq).toBe(seq);
    expect(sim.shown(session)).toBe('TextOutputCallback+ConfirmationCallback');
  });

  it('an unknown id finds nothing and moves nothing', () => {
    const sim = simulation(linked());
    const { session, resume } = suspended(sim);
    const { seq } = sim.state;
    resume('0000');
    sim.submit({ kind: 'resume', session: 'nobody', suspended: '0000', request });
    expect(suspendedSession(sim.state, '0000')).toBeUndefined();
    expect(sim.state.seq).toBe(seq);
    expect(sim.shown(session)).toBe('SuspendedTextOutputCallback');
  });
});

describe('time', () => {
  it.each([
    ['five minutes by default', {}, 5],
    ['as long as the node says', { suspendDuration: 30 }, 30],
  ])('may pass for %s', (_, config, minutes) => {
    const sim = simulation(linked(config));
    const { session, id, resume } = suspended(sim);
    sim.advance(minutes * MINUTE - 1);
    expect(suspendedSession(sim.state, id)).toBeDefined();
    sim.advance(1);
    expect(suspendedSession(sim.state, id)).toBeUndefined();
    resume();
    expect(sim.shown(session)).toBe('failure: Session has timed out');
  });

  it('the end of the suspension is the next event', () => {
    const sim = simulation(linked({ suspendDuration: 2 }));
    const { session } = suspended(sim);
    expect(dues(sim.state)).toEqual([
      expect.objectContaining({ kind: 'session-expired', session: session.id, at: sim.state.now + 2 * MINUTE * 1000 }),
    ]);
  });

  it("the journey's own time begins anew when the client is back", () => {
    const sim = simulation(linked({ suspendDuration: 30 }));
    const { session, resume } = suspended(sim);
    sim.advance(20 * MINUTE);
    resume();
    expect(sim.session(session.id).expiresAt).toBe(sim.state.now + 5 * MINUTE * 1000);
  });
});

describe('state', () => {
  it('shared state is kept; of transient state what a later node reads, in secure state', () => {
    const sim = simulation({
      Link: {
        flags: { noSession: true },
        nodes: {
          Mail: { type: 'AttributeCollectorNode', config: { attributesToCollect: ['mail'] }, to: { outcome: 'Otp' } },
          Otp: { type: 'OneTimePasswordGeneratorNode', to: { outcome: 'Other' } },
          Other: { type: 'PasswordCollectorNode', to: { outcome: 'Away' } },
          Away: { type: 'EmailSuspendNode', to: { outcome: 'Check' } },
          Check: { type: 'OneTimePasswordCollectorDecisionNode', to: { true: 'success', false: 'failure' } },
        },
      },
    });
    const asked = sim.answer(sim.start('Link'), 'new@example.com');
    const session = sim.answer(asked, 'Secret12!');
    const otp = session.secure.oneTimePassword;
    expect(otp).toMatch(/^\d{8}$/);
    expect(session.transient).toEqual({});
    expect(sim.events.find(({ kind }) => kind === 'suspended')).toMatchObject({ lost: ['password'] });
    const id = session.status.kind === 'callbacks' ? (session.status.suspended ?? '') : '';
    sim.submit({ kind: 'resume', session: session.id, suspended: id, request });
    expect(sim.session(session.id).shared.objectAttributes).toEqual({ mail: 'new@example.com' });
    expect(sim.shown(sim.answer(sim.session(session.id), otp as string))).toMatch(/^success/);
  });
});

describe('inside', () => {
  it('an inner journey goes on inside, and ends in the outer one', () => {
    const sim = simulation({
      Outer: {
        nodes: {
          Inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Link' }, to: { true: 'Bye', false: 'failure' } },
          Bye: { type: 'MessageNode', to: { true: 'success' } },
        },
      },
      ...linked(),
    });
    const { session, resume } = suspended(sim, 'Outer');
    expect(session.inner.map(({ journey }) => journey)).toEqual(['Link']);
    resume();
    const back = sim.session(session.id);
    expect(back.inner).toHaveLength(1);
    sim.answer(back);
    expect(sim.session(session.id)).toMatchObject({ inner: [], node: 'Bye' });
  });

  it('a page suspends as a whole and goes on with what follows it', () => {
    const sim = simulation(
      {
        Link: {
          nodes: {
            Mail: { type: 'AttributeCollectorNode', config: { attributesToCollect: ['mail'] }, to: { outcome: 'Page' } },
            Page: { type: 'PageNode', config: { nodes: [{ _id: 'Away', nodeType: 'EmailSuspendNode' }] }, to: { outcome: 'Back' } },
            Back: { type: 'MessageNode', to: { true: 'success' } },
          },
        },
      },
      { inner: { Away: { type: 'EmailSuspendNode' } } },
    );
    const { session, resume } = suspended(sim);
    expect(sim.shown(session)).toBe('SuspendedTextOutputCallback');
    expect(sim.events.find(({ kind }) => kind === 'suspended')?.assumptions).toEqual([expect.stringContaining('A page with a node that suspends')]);
    resume();
    expect(sim.session(session.id).node).toBe('Back');
  });

  it('two suspensions after each other have ids of their own', () => {
    const journeys = linked();
    const link = journeys.Link as Nodes[string];
    link.nodes.Away = { type: 'EmailSuspendNode', to: { outcome: 'Again' } };
    link.nodes.Again = { type: 'EmailSuspendNode', to: { outcome: 'Back' } };
    const sim = simulation(journeys);
    const { session, id, resume } = suspended(sim);
    resume();
    const { status } = sim.session(session.id);
    const second = status.kind === 'callbacks' ? status.suspended : null;
    expect(second).toMatch(/^[0-9a-f]{48}$/);
    expect(second).not.toBe(id);
    resume(id);
    expect(sim.session(session.id).node).toBe('Again');
  });
});

it('is found again also when no mail was sent: nobody asked for its address', () => {
  const sim = simulation(linked());
  const session = sim.answer(sim.start('Link'), '');
  expect(session.status).toMatchObject({ kind: 'callbacks', suspended: expect.stringMatching(/^[0-9a-f]{48}$/) });
  expect(sim.state.outbox).toEqual({});
});
