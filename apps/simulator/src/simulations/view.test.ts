import type { PatchOp, SimulationState } from '@tandem/engine';
import { History, type PatchedEvent } from '@tandem/engine/view';
import { expect, it } from 'vitest';
import { output, startSimulator } from '../testing/simulator.ts';

it("a viewer has every moment: the log's patches, read at once or in pieces, folded into the initial state give the state, secrets masked on both sides", async () => {
  const simulator = await startSimulator();
  const run = await simulator.create({ latency: { 'Identity Store Decision': 700 } });
  const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
  const user = await run.open(String(output(main, 'PollingWaitCallback', 'message')));
  const answered = run.answer(user, 'Secret12!');
  await expect.poll(async () => ((await run.state()).sessions as { status: string }[]).map(({ status }) => status)).toContain('running');
  await run.advance(6);
  await answered;
  await run.answer(main);
  const view = (await simulator.call('GET', `/api/simulations/${run.id}/view`)).body as unknown as {
    initial: SimulationState;
    state: SimulationState;
  };
  const log = (await simulator.call('GET', `/api/simulations/${run.id}/log`)).body as unknown as { events: (PatchedEvent & { patch: PatchOp[] })[] };
  const history = History.from(view.initial, log.events);
  expect(history.end).toBeGreaterThan(10);
  expect(history.at(0)).toMatchObject({ sessions: {}, latency: { 'identity store decision': 700 } });
  expect(history.at(history.end)).toEqual(view.state);
  expect(JSON.stringify(view)).not.toContain('Secret12!');
  const pieces = await Promise.all([0, 4, 8].map((after) => simulator.call('GET', `/api/simulations/${run.id}/log?after=${after}&limit=4`)));
  expect(pieces.flatMap(({ body }) => body.events)).toEqual(log.events.slice(0, 12));
  for (const limit of [0, 10_001]) expect((await simulator.call('GET', `/api/simulations/${run.id}/log?limit=${limit}`)).status).toBe(400);
});
