import { describe, expect, it } from 'vitest';
import { output, runOf, type Step, startSimulator, type TestRun, type TestSimulator } from '../../testing/simulator.ts';

type Json = Record<string, unknown>;

/** The login pair until the phone is asked for its password, which it has given wrong once in another session. */
async function pairRun(simulator: TestSimulator): Promise<{ run: TestRun; user: Step }> {
  const run = await simulator.create({ latency: { Success: 500 } });
  const main = await run.answer(await run.start('BackchannelMain'), 'bjensen');
  const uri = String(output(main, 'PollingWaitCallback', 'message'));
  await run.answer(await run.open(uri), 'wrong-Password1');
  await run.advance(6);
  const user = await run.open(uri);
  await run.answer(main);
  return { run, user };
}

const fileOf = async (simulator: TestSimulator, id: string, query = ''): Promise<Json> =>
  (await simulator.call('GET', `/api/simulations/${id}/file${query}`)).body;
const eventsOf = async (simulator: TestSimulator, id: unknown): Promise<string[]> =>
  (await simulator.runs.eventsAfter(String(id), 0, 100_000)).map((event) => JSON.stringify(event));

describe('a simulation as a file', () => {
  it('runs again on another server, with another key, byte for byte, and goes on there', async () => {
    const here = await startSimulator();
    const { run, user } = await pairRun(here);
    const answered = run.answer(user, 'Secret12!');
    await expect.poll(async () => JSON.stringify((await run.state()).sessions)).toContain('running');
    await run.advance(1);
    await answered;
    const file = await fileOf(here, run.id, '?secrets=true');
    const there = await startSimulator();
    const { status, body } = await there.call('POST', '/api/simulations/files', JSON.parse(JSON.stringify(file)));
    expect(status).toBe(201);
    expect(await eventsOf(there, body.id)).toEqual(await eventsOf(here, run.id));
    expect(body).toMatchObject({ verified: { digest: file.digest, events: (await eventsOf(here, run.id)).length }, secrets: true });
    // And after a restart, and as a file of that one.
    const again = await there.restart();
    expect((await fileOf(again, String(body.id), '?secrets=true')).digest).toBe(file.digest);
    const view = async (simulator: TestSimulator, id: unknown) => (await simulator.call('GET', `/api/simulations/${String(id)}/view`)).body.state;
    expect(await view(again, body.id)).toEqual(await view(here, run.id));
  });

  it('holds no secret unless it was asked for: no password, no hash, no cookie', async () => {
    const simulator = await startSimulator();
    const { run } = await pairRun(simulator);
    const [without, within] = [JSON.stringify(await fileOf(simulator, run.id)), JSON.stringify(await fileOf(simulator, run.id, '?secrets=true'))];
    expect(without).not.toContain('wrong-Password1');
    expect(without).not.toContain('scrypt$');
    expect(within).toContain('wrong-Password1');
    expect(within).toContain('scrypt$');
    const there = await startSimulator();
    const { body } = await there.call('POST', '/api/simulations/files', JSON.parse(without));
    expect(body).toMatchObject({ secrets: false, clock: { mode: 'virtual', rate: 0 } });
    expect((await runOf(there.call, String(body.id)).state()).sessions).toHaveLength(3);
  });

  it('with its secrets, what was sealed there opens here, in its forks, too, and nowhere else', async () => {
    const here = await startSimulator();
    const { run } = await pairRun(here);
    const there = await startSimulator();
    const { body } = await there.call('POST', '/api/simulations/files', await fileOf(here, run.id, '?secrets=true'));
    const fork = await there.call('POST', `/api/simulations/${String(body.id)}/forks`, { at: body.seq });
    const steps = await there.runs.readSteps(String(fork.body.id));
    const password = steps.flatMap(({ input }) => (input.kind === 'answer' ? input.answers : [])).find(({ type }) => type === 'PasswordCallback');
    const sealed = password?.values[''] as never;
    for (const id of [body.id, fork.body.id]) expect((await there.simulations.get(String(id))).runtime.sealer.open(sealed)).toBe('wrong-Password1');
    const other = await there.call('POST', '/api/simulations/files', await fileOf(here, run.id));
    const { runtime } = await there.simulations.get(String(other.body.id));
    expect(() => runtime.sealer.open(sealed)).toThrow('sealed with another key');
  });

  it('a fork with a realm of its own is a file, too', async () => {
    const here = await startSimulator();
    const { run } = await pairRun(here);
    const { runtime } = await here.simulations.get(run.id);
    const script = Object.values(runtime.model.realm.scripts).find(({ name }) => name.includes('Display Redirect'));
    const changes = [{ kind: 'script', id: script?._id, source: 'throw "not today";' }];
    const { body } = await here.call('POST', `/api/simulations/${run.id}/forks`, { at: 3, replay: true, changes });
    const there = await startSimulator();
    const opened = await there.call('POST', '/api/simulations/files', await fileOf(here, String(body.id), '?secrets=true'));
    expect(opened.status).toBe(201);
    expect(await eventsOf(there, opened.body.id)).toEqual(await eventsOf(here, body.id));
  });

  describe('is refused with a clear word', () => {
    const broken: [string, (file: Json) => unknown, RegExp, string | undefined][] = [
      ['no JSON', () => '{"format": ', /JSON|end/i, undefined],
      ['something else', () => ({ some: 'thing' }), /no file of a simulation/, 'format'],
      ['a list', () => [], /no file of a simulation/, 'format'],
      ['nothing at all', () => '', /The file is empty/, undefined],
      ['journeys', () => ({ trees: {} }), /export of journeys: import it on the Journeys screen/, 'format'],
      ['an HTTP archive', () => ({ log: { version: '1.2', entries: [] } }), /HTTP archive \(HAR\), which tells what happened/, 'format'],
      ['a JSON log', () => ({ simulation: 's', realm: 'alpha', events: [] }), /JSON log of a simulation/, 'format'],
      ['a diagram', () => 'sequenceDiagram\n  actor C1', /sequence diagram \(Mermaid\)/, undefined],
      ['a picture', () => '<svg xmlns="http://www.w3.org/2000/svg"></svg>', /picture \(SVG\)/, undefined],
      ['a log in AIC’s shape', () => '{"payload":{}}\n{"payload":{}}\n', /log in AIC's shape/, undefined],
      ['of a later version', (file) => ({ ...file, version: 9 }), /version 9.*reads version 1/, 'version'],
      ['damaged', ({ inputs: _, ...file }) => file, /./, 'inputs'],
      ['with a chance that is none', (file) => edited(file, 0, { random: 'x' }), /./, 'inputs.0.random'],
      ['edited', (file) => edited(file, 2, { answers: [] }), /from input \d+ \(\w+\) on: it was changed/, undefined],
      ['with a digest of another', (file) => ({ ...file, digest: 'f'.repeat(64) }), /same events, but not the digest.*it was changed/, 'digest'],
      ['with a key that pollutes', (file) => JSON.stringify(file).replace('"inputs":', '"__proto__":{},"inputs":'), /__proto__/, undefined],
      [
        'without its realm',
        (file) => ({ ...file, initial: { n: 0, state: { ...stateOf(file), realmVersion: 77 } } }),
        /realm of version 77 is missing/,
        undefined,
      ],
    ];
    it.each(broken)('%s', async (_, change, message, field) => {
      const simulator = await startSimulator();
      const run = await simulator.create();
      await run.answer(await run.start('BackchannelMain'), 'bjensen');
      const made = change(await fileOf(simulator, run.id));
      const body = typeof made === 'string' ? made : JSON.stringify(made);
      const response = await fetch(`${simulator.url}/api/simulations/files`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const problem = (await response.json()) as { detail: string; errors: { field?: string }[] };
      expect(response.status).toBe(400);
      expect(problem.detail).toMatch(message);
      if (field !== undefined) expect(problem.errors[0]?.field).toBe(field);
      expect((await simulator.call('GET', '/api/simulations')).body.simulations).toHaveLength(1);
    });

    it('the live realm', async () => {
      const simulator = await startSimulator();
      await simulator.call('POST', '/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain');
      expect(await simulator.call('GET', '/api/simulations/live-alpha/file')).toMatchObject({ status: 400 });
    });
  });
});

function edited(file: Json, at: number, more: Json): Json {
  return { ...file, inputs: (file.inputs as Json[]).map((input, index) => (index === at ? { ...input, ...more, ...kindOf(input, more) } : input)) };
}

/** An edit that keeps to the schema: the first input of that index becomes another start. */
function kindOf(input: Json, more: Json): Json {
  return 'answers' in more && input.kind !== 'answer' ? { at: Number(input.at) + 1 } : {};
}

function stateOf(file: Json): Json {
  return (file.initial as { state: Json }).state;
}
