import type { JsonObject } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { output, type Step, startSimulator, type TestRun, type TestSimulator } from '../testing/simulator.ts';

/** What journeys send, over HTTP: the outbox, the phone that answers, the link that brings a client back. */

const SUCCESS = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';
const FAILURE = 'e301438c-0bd0-429c-ab0c-66126501069a';
type Node = { type: string; config?: JsonObject; to: Record<string, string> };

/** An export in the shape of frodo's, of one journey whose nodes are named by letters. */
function exported(name: string, nodes: Record<string, Node>, emailTemplates: JsonObject = {}): JsonObject {
  const id = (key: string): string =>
    ({ success: SUCCESS, failure: FAILURE })[key] ?? `00000000-0000-4000-8000-0000000000${key.charCodeAt(0).toString(16)}`;
  return {
    tree: {
      _id: name,
      entryNodeId: id(Object.keys(nodes)[0] ?? ''),
      enabled: true,
      nodes: Object.fromEntries(
        Object.entries(nodes).map(([key, { type, to }]) => [
          id(key),
          {
            nodeType: type,
            displayName: type,
            x: 0,
            y: 0,
            connections: Object.fromEntries(Object.entries(to).map(([outcome, target]) => [outcome, id(target)])),
          },
        ]),
      ),
    },
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([key, { type, config }]) => [
        id(key),
        { ...config, _id: id(key), _type: { _id: type, name: type, collection: true } },
      ]),
    ),
    innerNodes: {},
    scripts: {},
    emailTemplates,
  };
}

const magicLink = exported(
  'Magic',
  {
    a: { type: 'UsernameCollectorNode', to: { outcome: 'b' } },
    b: { type: 'EmailSuspendNode', config: { emailTemplateName: 'magic', objectLookup: true, suspendDuration: 10 }, to: { outcome: 'c' } },
    c: { type: 'PasswordCollectorNode', to: { outcome: 'd' } },
    d: { type: 'DataStoreDecisionNode', to: { true: 'success', false: 'failure' } },
  },
  {
    magic: {
      _id: 'emailTemplate/magic',
      enabled: true,
      from: 'am@example.com',
      subject: { en: 'Hello {{object.givenName}}' },
      message: { en: '<p><a href="{{object.resumeURI}}">Go on</a></p>' },
      mimeType: 'text/html',
    },
  },
);
const push = (config: JsonObject): JsonObject =>
  exported('Push', {
    a: { type: 'UsernameCollectorNode', to: { outcome: 'b' } },
    b: { type: 'PushAuthenticationSenderNode', config, to: { SENT: 'c', NOT_REGISTERED: 'failure', SKIPPED: 'failure' } },
    c: { type: 'PushWaitNode', to: { DONE: 'd', EXITED: 'failure' } },
    d: { type: 'PushResultVerifierNode', to: { TRUE: 'success', FALSE: 'failure', EXPIRED: 'failure', WAITING: 'c' } },
  });
const otp = exported('Otp', {
  a: { type: 'UsernameCollectorNode', to: { outcome: 'b' } },
  b: { type: 'OneTimePasswordGeneratorNode', to: { outcome: 'c' } },
  c: { type: 'OneTimePasswordSmtpSenderNode', config: { emailContent: { en: 'Code {{OTP}}' } }, to: { outcome: 'd' } },
  d: { type: 'OneTimePasswordCollectorDecisionNode', to: { true: 'success', false: 'failure' } },
});

interface Message {
  id: string;
  kind: string;
  to: string;
  text: string;
  links: string[];
  push?: { type: string; numbers?: string[]; expiresAt: string };
}

async function run(file: JsonObject, journey: string): Promise<{ simulator: TestSimulator; run: TestRun; step: Step; message: Message }> {
  const simulator = await startSimulator();
  await simulator.import(file);
  const started = await simulator.create();
  const step = await started.answer(await started.start(journey), 'bjensen');
  const [message] = (await simulator.call('GET', `/api/simulations/${started.id}/outbox`)).body.messages as Message[];
  return { simulator, run: started, step, message: message as Message };
}

describe('a mail with a link back', () => {
  const OVER = {
    status: 401,
    body: {
      code: 401,
      reason: 'Unauthorized',
      message: 'org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException: Token not found. It may have expired.',
    },
  };

  it('is in the outbox as rendered; the link goes on where the journey was', async () => {
    const { run: started, step, message } = await run(magicLink, 'Magic');
    expect(output(step, 'SuspendedTextOutputCallback', 'messageType')).toBe('0');
    expect(message).toMatchObject({
      kind: 'email',
      to: 'bjensen@example.com',
      from: 'am@example.com',
      subject: 'Hello Barbara',
      text: `Go on (${message.links[0]})`,
      html: expect.stringContaining('<a href="http://127.0.0.1:'),
    });
    expect(message.links[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sim\/[^/]+\/am\/XUI\/\?realm=\/alpha&suspendedId=[0-9a-f]{48}$/);
    const back = await started.open(message.links[0] ?? '');
    expect(output(back, 'PasswordCallback', 'prompt')).toBe('Password');
    expect((await started.answer(back, 'Secret12!')).status).toBe(200);
  });

  it('works once', async () => {
    const { run: started, message } = await run(magicLink, 'Magic');
    expect((await started.open(message.links[0] ?? '')).status).toBe(200);
    expect(await started.open(message.links[0] ?? '')).toEqual(OVER);
  });

  it('is over at its end, which is the next event of the clock', async () => {
    const { simulator, run: started, message } = await run(magicLink, 'Magic');
    const moved = await simulator.call('POST', `/api/simulations/${started.id}/clock`, { to: 'next-event' });
    expect(moved.body.fired).toMatchObject([{ kind: 'session-expired' }]);
    expect(await started.open(message.links[0] ?? '')).toEqual(OVER);
  });

  it.each(['?suspendedId=0000', '?suspendedId=', '?suspendedId=a&suspendedId=b', '?realm=/alpha&suspendedId=x'])(
    '%s finds nothing',
    async (query) => {
      const simulator = await startSimulator();
      const started = await simulator.create();
      expect(await started.open(`http://localhost/${query}`)).toEqual(OVER);
    },
  );

  it('survives a restart of the server', async () => {
    const { simulator, run: started, message } = await run(magicLink, 'Magic');
    const again = await simulator.restart();
    const back = await again.call(
      'POST',
      `/sim/${started.id}/am/json/realms/root/realms/alpha/authenticate${new URL(message.links[0] ?? '').search}`,
    );
    expect(back.body.callbacks).toMatchObject([{ type: 'PasswordCallback' }]);
  });

  it('cannot be answered', async () => {
    const { simulator, run: started, message } = await run(magicLink, 'Magic');
    expect((await simulator.call('POST', `/api/simulations/${started.id}/outbox/${message.id}/answer`, { approve: true })).status).toBe(400);
  });
});

describe('a push', () => {
  const answered = (simulator: TestSimulator, { id }: TestRun, message: string, body: JsonObject) =>
    simulator.call('POST', `/api/simulations/${id}/outbox/${message}/answer`, body);
  /** What the wait and the verifier make of the answer. */
  const result = async (started: TestRun, step: Step): Promise<number> => {
    await started.advance(6);
    return (await started.answer(step)).status;
  };

  it('approved on the phone lets the journey succeed', async () => {
    const { simulator, run: started, step, message } = await run(push({}), 'Push');
    expect(message).toMatchObject({ kind: 'push', to: "Barbara's phone", push: { type: 'DEFAULT', expiresAt: expect.stringMatching(/Z$/) } });
    const { status, body } = await answered(simulator, started, message.id, { approve: true });
    expect([status, body.answered, body.approved]).toEqual([200, true, true]);
    expect(await result(started, step)).toBe(200);
  });

  it('denied lets it fail', async () => {
    const { simulator, run: started, step, message } = await run(push({}), 'Push');
    expect((await answered(simulator, started, message.id, { approve: false })).body.approved).toBe(false);
    expect(await result(started, step)).toBe(401);
  });

  it('with a number challenge: neither phone nor viewer is told the right number, the client is', async () => {
    const { simulator, run: started, step, message } = await run(push({ pushType: 'CHALLENGE' }), 'Push');
    const right = String(output(step, 'HiddenValueCallback', 'value'));
    expect(message.push?.numbers).toHaveLength(3);
    expect(message.push?.numbers).toContain(right);
    expect(message.push).not.toHaveProperty('number');
    const { state } = (await simulator.call('GET', `/api/simulations/${started.id}/view`)).body as { state: { outbox: Record<string, JsonObject> } };
    expect(state.outbox[message.id]?.push).toMatchObject({ numbers: message.push?.numbers, number: '••••' });
    const log = JSON.stringify((await started.log()).filter(({ kind }) => kind === 'message'));
    expect(log).not.toContain(`"number":"${right}"`);
    expect((await answered(simulator, started, message.id, { approve: true, number: Number(right) })).body.approved).toBe(true);
    expect(await result(started, step)).toBe(200);
  });

  it('with the wrong number lets it fail', async () => {
    const { simulator, run: started, step, message } = await run(push({ pushType: 'CHALLENGE' }), 'Push');
    const right = output(step, 'HiddenValueCallback', 'value');
    const wrong = message.push?.numbers?.find((number) => number !== right) ?? '';
    expect((await answered(simulator, started, message.id, { approve: true, number: wrong })).body.approved).toBe(false);
    expect(await result(started, step)).toBe(401);
  });

  it('its end is an event of the clock, and nothing answers it afterwards', async () => {
    const { simulator, run: started, message } = await run(push({ messageTimeout: 3000 }), 'Push');
    const moved = await simulator.call('POST', `/api/simulations/${started.id}/clock`, { to: 'next-event' });
    expect(moved.body.fired).toMatchObject([{ kind: 'push-expired', message: message.id }]);
    expect((await answered(simulator, started, message.id, { approve: true })).body.answered).toBe(false);
  });

  it('that does not exist cannot be answered', async () => {
    const { simulator, run: started } = await run(push({}), 'Push');
    expect((await answered(simulator, started, 'nothing', { approve: true })).status).toBe(404);
  });
});

describe('a one-time password', () => {
  it('from the mail lets the journey succeed, and only once it is right', async () => {
    const { run: started, step, message } = await run(otp, 'Otp');
    const code = /^Code (\d{8})$/.exec(message.text)?.[1] ?? '';
    expect((await started.answer(step, code)).status).toBe(200);
    expect(await started.log().then((events) => JSON.stringify(events.filter(({ kind }) => kind !== 'message')))).not.toContain(code);
  });

  it('its end is an event of the clock', async () => {
    const { simulator, run: started, step, message } = await run(otp, 'Otp');
    const moved = await simulator.call('POST', `/api/simulations/${started.id}/clock`, { to: 'next-event' });
    expect((moved.body.fired as JsonObject[]).map(({ kind }) => kind)).toContain('answer-expired');
    expect((await started.answer(step, message.text.slice(5))).status).toBe(401);
  });
});
