import { expect, test } from '@playwright/test';
import { authenticateUrl, filled, output, post, type Step } from './support/am.ts';
import { OwnServer } from './support/server.ts';

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 50);
const JOURNEY = '/api/realms/alpha/journeys/HelpDeskVerify';

interface Saved {
  version: number;
  description: string;
}
interface LogEvent {
  seq: number;
}

/** Saves a journey again and again; remembers what was answered. */
async function saveForever(server: OwnServer, saved: Saved): Promise<void> {
  const document = await (await fetch(server.url + JOURNEY)).json();
  for (let n = 0; ; n++) {
    const description = `save ${document.version} ${n}`;
    const body = { baseVersion: document.version, tree: { ...document.tree, description }, nodes: document.nodes, scripts: document.scripts };
    const response = await fetch(server.url + JOURNEY, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    expect(response.status, JSON.stringify(answer)).toBe(200);
    document.version = answer.version;
    Object.assign(saved, { version: answer.version, description });
  }
}

/** A simulation that goes on over all crashes: every answer a client got must still be good after the next start. */
class LongRun {
  private id = '';
  private step: Step = {};
  private expected = 0;
  private events: LogEvent[] = [];

  constructor(private readonly server: OwnServer) {}

  private get endpoint(): string {
    return authenticateUrl(`${this.server.url}/sim/${this.id}/am`);
  }
  private api(path: string, body?: unknown): Promise<Response> {
    const url = `${this.server.url}/api/simulations${path}`;
    return body === undefined
      ? fetch(url)
      : fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  async create(): Promise<void> {
    this.id = (await (await this.api('', { realm: 'alpha' })).json()).id;
  }

  /** What the clients were told is in the log, in the same words, and the last step can be answered. */
  async check(): Promise<void> {
    const { events } = (await (await this.api(`/${this.id}/log`)).json()) as { events: LogEvent[] };
    expect(events.slice(0, this.events.length)).toEqual(this.events);
    expect(events.length).toBeGreaterThanOrEqual(this.expected);
    this.events = events;
    if (this.step.authId === undefined) return;
    const again = await post(this.endpoint, filled(this.step, 'bjensen'));
    expect(output(again, 'PollingWaitCallback', 'message'), JSON.stringify(again)).toContain('/XUI/Login?realm=/alpha');
  }

  async goOnForever(): Promise<void> {
    for (;;) {
      this.step = await post(`${this.endpoint}?authIndexType=service&authIndexValue=BackchannelMain`);
      const waiting = await post(this.endpoint, filled(this.step, 'bjensen'));
      const link = new URL(output(waiting, 'PollingWaitCallback', 'message') ?? '');
      const user = await post(this.endpoint + link.search);
      await this.api(`/${this.id}/clock`, { advanceMs: 6000 });
      await post(this.endpoint, filled(user, 'Secret12!'));
      const { seq } = await (await this.api(`/${this.id}`)).json();
      this.expected = seq;
    }
  }
}

/** Work that the kill ends. An error before that is a finding, whatever its kind: a wrong answer fails like a broken connection does. */
async function untilKilled(work: Promise<void>, killed: () => boolean): Promise<void> {
  try {
    await work;
  } catch (error) {
    // What the kill breaks: the connection (TypeError), or an answer in the middle (SyntaxError).
    const broken = error instanceof TypeError || error instanceof SyntaxError;
    if (!killed() || !broken) throw error;
  }
}

/** Soon, when the first save may still be on its way; in every second round not before one was answered (10 s at most), however slow the machine. */
async function timeToKill(round: number, saved: Saved): Promise<void> {
  const { version } = saved;
  for (let looks = 0; round % 2 === 0 && saved.version === version && looks < 2_000; looks++) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 400));
}

test(`${ROUNDS} SIGKILLs under load: what was answered is there, and the simulation goes on`, async () => {
  test.setTimeout(ROUNDS * 12_000);
  const server = new OwnServer();
  const saved: Saved = { version: 0, description: '' };
  const run = new LongRun(server);
  try {
    await server.start();
    await run.create();
    for (let round = 0; round < ROUNDS; round++) {
      let killed = false;
      const work = Promise.all([saveForever(server, saved), run.goOnForever()].map((one) => untilKilled(one, () => killed)));
      // Waited for together: work that fails before the kill must end the test, not stay unhandled until then.
      await Promise.race([work, timeToKill(round, saved)]);
      killed = true;
      await server.kill();
      await work;
      await server.start();
      const now = await (await fetch(server.url + JOURNEY)).json();
      // One save may have been stored whose answer never came.
      expect([saved.version, saved.version + 1]).toContain(now.version);
      if (now.version === saved.version) expect(now.tree.description).toBe(saved.description);
      Object.assign(saved, { version: now.version, description: now.tree.description });
      await run.check();
    }
    expect(saved.version).toBeGreaterThan(ROUNDS / 2);
  } finally {
    await server.remove();
  }
});
