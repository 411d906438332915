import { describe, expect, it } from 'vitest';
import { addJourney } from '../first-run/journeyBuilder.ts';
import { backchannelMain } from '../first-run/journeys/backchannelMain.ts';
import { output, type Step, startSimulator, type TestRun, type TestSimulator } from '../testing/simulator.ts';
import { additionsOf, changeOf } from './add.ts';
import { freshIds, withTexts } from './archetype.ts';
import { archetypes } from './index.ts';

/** Each archetype, made in the first-run realm, comes to its end as a person would bring it there. */

/** @param kinds archetype and names of the journeys */
async function made(...kinds: [id: string, names: Record<string, string>][]): Promise<{ simulator: TestSimulator; run: TestRun }> {
  const simulator = await startSimulator();
  for (const [id, names] of kinds) {
    const archetype = archetypes.find((candidate) => candidate.id === id);
    if (!archetype) throw new Error(id);
    await simulator.change((realm) => changeOf(additionsOf(archetype, names, realm)));
  }
  return { simulator, run: await simulator.create() };
}

interface Mail {
  id: string;
  kind: string;
  to?: string;
  text: string;
  links: string[];
}
async function outbox(simulator: TestSimulator, run: TestRun): Promise<Mail[]> {
  return (await simulator.call('GET', `/api/simulations/${run.id}/outbox`)).body.messages as Mail[];
}
async function link(simulator: TestSimulator, run: TestRun): Promise<string> {
  const found = (await outbox(simulator, run)).flatMap(({ links }) => links).find((address) => address.includes('suspendedId='));
  if (found === undefined) throw new Error('No mail holds a link.');
  return found;
}
const redirectUri = async (run: TestRun): Promise<string> =>
  ((await run.state()) as { transactions: { redirectUri: string }[] }).transactions[0]?.redirectUri ?? '';
const isSuccess = ({ status, body }: Step) => status === 200 && body.tokenId !== undefined;

describe('a run of', () => {
  it('user name and password: a wrong password may be corrected, and not for ever', async () => {
    const { run } = await made(['password', { main: 'A' }]);
    const wrong = await run.answer(await run.start('A'), 'bjensen', 'Wrong12!');
    expect(isSuccess(await run.answer(wrong, 'bjensen', 'Secret12!'))).toBe(true);
    let step = await run.start('A');
    for (let attempt = 0; attempt < 4; attempt++) step = await run.answer(step, 'scarter', 'Wrong12!');
    expect(step.status).toBe(401);
  });

  it('one-time password by email: the digits of the mail', async () => {
    const { simulator, run } = await made(['email-otp', { main: 'A' }]);
    const ask = await run.answer(await run.start('A'), 'bjensen', 'Secret12!');
    const [mail] = await outbox(simulator, run);
    expect(mail?.to).toBe('bjensen@example.com');
    const again = await run.answer(ask, '000000');
    expect(isSuccess(await run.answer(again, /\d{6}/.exec(mail?.text ?? '')?.[0] ?? ''))).toBe(true);
  });

  it('magic link: the link signs in; an unknown address sees the same and gets nothing', async () => {
    const { simulator, run } = await made(['magic-link', { main: 'A' }]);
    const sent = await run.answer(await run.start('A'), 'bjensen@example.com');
    expect(isSuccess(await run.open(await link(simulator, run)))).toBe(true);
    const before = (await outbox(simulator, run)).length;
    const unknown = await run.answer(await run.start('A'), 'nobody@example.com');
    expect(unknown.body.callbacks).toEqual(sent.body.callbacks);
    expect(await outbox(simulator, run)).toHaveLength(before);
  });

  it('registration: the new user can sign in', async () => {
    const { simulator, run } = await made(['registration', { main: 'A' }], ['password', { main: 'Login' }]);
    await run.answer(await run.start('A'), 'neo', 'Thomas', 'Anderson', 'neo@example.com', 'Matrix12!');
    expect(isSuccess(await run.open(await link(simulator, run)))).toBe(true);
    expect(isSuccess(await run.answer(await run.start('Login'), 'neo', 'Matrix12!'))).toBe(true);
  });

  it('password reset: the new password counts, the old one does not', async () => {
    const { simulator, run } = await made(['password-reset', { main: 'A' }], ['password', { main: 'Login' }]);
    await run.answer(await run.start('A'), 'bjensen@example.com');
    const ask = await run.open(await link(simulator, run));
    expect(isSuccess(await run.answer(ask, 'Another12!'))).toBe(true);
    const old = await run.answer(await run.start('Login'), 'bjensen', 'Secret12!');
    expect(isSuccess(old)).toBe(false);
    expect(isSuccess(await run.answer(old, 'bjensen', 'Another12!'))).toBe(true);
  });

  it('backchannel login: the user signs in, and the main journey shows the session', async () => {
    const { run } = await made(['backchannel-login', { main: 'A', backchannel: 'B' }]);
    const waiting = await run.answer(await run.start('A', 'agent'), 'bjensen');
    expect(isSuccess(await run.answer(await run.open(await redirectUri(run)), 'Secret12!'))).toBe(true);
    await run.advance(5.001);
    const shown = await run.answer(waiting);
    expect(output(shown, 'TextOutputCallback', 'message')).toContain('"Service":"B"');
    expect((await run.answer(shown)).status).toBe(401);
  });

  it('help desk verification: the agent sees that the caller is verified', async () => {
    const { run } = await made(['help-desk', { main: 'A', backchannel: 'B' }]);
    const waiting = await run.answer(await run.start('A', 'agent'), 'bjensen@example.com');
    expect(isSuccess(await run.answer(await run.open(await redirectUri(run)), 'Secret12!'))).toBe(true);
    await run.advance(3.001);
    expect(output(await run.answer(waiting), 'TextOutputCallback', 'message')).toBe('User successfully authenticated');
  });

  it.each([
    [true, 200],
    [false, 401],
  ])('CIBA push: approved %s on the phone ends with %i', async (approve, status) => {
    const { simulator } = await made(['ciba-push', { main: 'A' }]);
    // What starts it is no part of the archetype: a main journey names the user, as a CIBA request would.
    await simulator.change((realm) => {
      const main = { ...withTexts(backchannelMain, new Map([...freshIds([backchannelMain]), ['BackchannelLogin', 'A']])), name: 'Starter' };
      const withStarter = { ...realm, journeys: { ...realm.journeys }, nodes: { ...realm.nodes } };
      addJourney(withStarter, main);
      return {
        puts: [
          ...Object.entries(withStarter.nodes).map(([key, body]) => ({ kind: 'nodes' as const, key, body })),
          { kind: 'journeys', key: 'Starter', body: withStarter.journeys.Starter! },
        ],
      };
    });
    const run = await simulator.create();
    await run.answer(await run.start('Starter', 'agent'), 'bjensen');
    const waiting = await run.open(await redirectUri(run));
    await run.advance(5.001);
    // Not answered yet: it goes on waiting.
    const still = await run.answer(waiting);
    expect(output(still, 'PollingWaitCallback', 'waitTime')).toBe('5000');
    const push = (await outbox(simulator, run)).find(({ kind }) => kind === 'push');
    await simulator.call('POST', `/api/simulations/${run.id}/outbox/${push?.id}/answer`, { approve });
    await run.advance(5.001);
    expect((await run.answer(still)).status).toBe(status);
  });
});
