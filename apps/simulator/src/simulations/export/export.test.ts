import { describe, expect, it } from 'vitest';
import { output, startSimulator, type TestRun, type TestSimulator } from '../../testing/simulator.ts';

type Json = Record<string, unknown>;

async function loginRun(simulator: TestSimulator): Promise<TestRun> {
  const run = await simulator.create();
  const main = await run.answer(await run.start('BackchannelMain', 'desktop'), 'bjensen');
  const user = await run.open(String(output(main, 'PollingWaitCallback', 'message')));
  await run.advance(8);
  await run.answer(user, 'Secret12!');
  return run;
}

async function exported(simulator: TestSimulator, run: TestRun, query: string): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(`${simulator.url}/api/simulations/${run.id}/export?${query}`);
  return { status: response.status, type: String(response.headers.get('content-type')), text: await response.text() };
}

describe('GET /api/simulations/{id}/export', () => {
  it('har: the requests and answers of the endpoint, in order, with the simulation’s times and without secrets', async () => {
    const simulator = await startSimulator();
    const run = await loginRun(simulator);
    const { text } = await exported(simulator, run, 'format=har');
    const { entries, version } = (JSON.parse(text) as { log: { version: string; entries: Json[] } }).log;
    expect(version).toBe('1.2');
    expect(entries).toHaveLength(4);
    const urls = entries.map(({ request }) => String((request as Json).url));
    expect(urls[0]).toBe(
      `${simulator.url}/sim/${run.id}/as/desktop/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain`,
    );
    expect(urls[2]).toMatch(/authIndexType=transaction/);
    expect(JSON.stringify(entries[1])).toContain('bjensen');
    const last = entries[3] as { request: { postData: { text: string } }; response: { status: number; content: { text: string } } };
    const [, password] = (JSON.parse(last.request.postData.text) as { callbacks: { input: { value: string }[] }[] }).callbacks;
    expect(password?.input[0]?.value).toBe('••••');
    expect(last.response.status).toBe(200);
    expect(JSON.parse(last.response.content.text)).toMatchObject({ realm: '/alpha', tokenId: expect.stringContaining('••••') });
    expect(text).not.toContain('Secret12!');
    expect(Date.parse(String(entries[3]?.startedDateTime)) - Date.parse(String(entries[0]?.startedDateTime))).toBe(8000);
  });

  it.each([
    ['mermaid', 'text/plain', /^sequenceDiagram\n {2}actor C1 as desktop\n/],
    ['svg', 'image/svg+xml', /^<svg [\s\S]*<title>BackchannelMain, bjensen<\/title>[\s\S]*<\/svg>\n$/],
    ['json', 'application/json', /"kind": "session-started"/],
    ['aic', 'application/x-ndjson', /^\{"payload":\{.*"eventName":"AM-NODE-LOGIN-COMPLETED"/],
  ])('%s', async (format, type, shape) => {
    const simulator = await startSimulator();
    const run = await loginRun(simulator);
    const answer = await exported(simulator, run, `format=${format}`);
    expect(answer.type).toContain(type);
    expect(answer.text).toMatch(shape);
    expect(answer.text).not.toContain('Secret12!');
  });

  it('of one run alone, and of none that is not there', async () => {
    const simulator = await startSimulator();
    const run = await loginRun(simulator);
    const first = String(((await run.state()).sessions as Json[])[0]?.id);
    await run.start('HelpDeskVerify');
    expect((await exported(simulator, run, 'format=mermaid')).text).toContain('HelpDeskVerify');
    for (const format of ['har', 'mermaid', 'json', 'aic', 'svg'])
      expect((await exported(simulator, run, `format=${format}&run=${first}`)).text).not.toContain('HelpDeskVerify');
    expect((await exported(simulator, run, 'format=json&run=nobody')).status).toBe(404);
    expect((await exported(simulator, run, 'format=pdf')).status).toBe(400);
  });
});
