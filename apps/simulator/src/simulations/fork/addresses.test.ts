import { expect, it } from 'vitest';
import { output, runOf, startSimulator, type TestSimulator } from '../../testing/simulator.ts';

/** All that viewers are told of a simulation. */
async function toldOf(simulator: TestSimulator, id: string): Promise<Record<string, string>> {
  const paths = ['', '/view', '/log', '/outbox', '/export?format=json', '/export?format=har', '/export?format=mermaid', '/export?format=svg'];
  const texts = await Promise.all(paths.map(async (path) => (await fetch(`${simulator.url}/api/simulations/${id}${path}`)).text()));
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']));
}

it('what viewers are told of a fork leads to the fork, not to its parent: its QR code opens its own transaction', async () => {
  const simulator = await startSimulator();
  const run = await simulator.create();
  const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
  const link = String(output(main, 'PollingWaitCallback', 'message'));
  expect(link).toContain(`/sim/${run.id}/am`);
  const at = Number((await run.state()).seq);
  const { body } = await simulator.call('POST', `/api/simulations/${run.id}/forks`, { at });
  const told = await toldOf(simulator, String(body.id));
  for (const [path, text] of Object.entries(told)) expect(`${path} ${text.includes(`/sim/${run.id}/am`)}`).toBe(`${path} false`);
  expect(told['/view']).toContain(link.replace(run.id, String(body.id)));
  // A fork of the fork, too, and what is kept of it is the parent's, byte for byte.
  const second = await simulator.call('POST', `/api/simulations/${String(body.id)}/forks`, { at });
  expect((await toldOf(simulator, String(second.body.id)))['/log']).toContain(link.replace(run.id, String(second.body.id)));
  expect(JSON.stringify(await simulator.runs.eventsAfter(String(second.body.id), 0, 1000))).toContain(link);
});

it('a copy of a run of the live realm leads to the copy: nobody answers at /am who was to answer here', async () => {
  const simulator = await startSimulator();
  const live = runOf(simulator.call, 'live-alpha');
  const endpoint = '/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain';
  const asked = await simulator.call('POST', endpoint);
  const { callbacks, ...rest } = asked.body as { callbacks: { input: { name: string; value: unknown }[] }[] };
  const answered = callbacks.map((callback) => ({ ...callback, input: callback.input.map((input) => ({ ...input, value: 'bjensen' })) }));
  const path = '/am/json/realms/root/realms/alpha/authenticate';
  expect((await simulator.call('POST', path, { ...rest, callbacks: answered })).status).toBe(200);
  const at = Number((await live.log()).at(-1)?.seq);
  const { body } = await simulator.call('POST', '/api/simulations/live-alpha/forks', { at });
  const told = await toldOf(simulator, String(body.id));
  expect(told['/view']).toMatch(new RegExp(`/sim/${String(body.id)}/am/XUI/`));
  for (const [name, text] of Object.entries(told)) expect(`${name} ${/:\d+\/am\/XUI/.test(text)}`).toBe(`${name} false`);
});
