import type { Step, TestRun, TestSimulator } from './simulator.ts';
import { runOf } from './simulator.ts';
import type { Random } from './walker.ts';

/** Journeys that a person can start in the realm of `withRandomJourneys`. */
const STARTED = ['BackchannelMain', 'HelpDeskVerify', 'Starter', 'Otp', 'Link'] as const;

type Json = Record<string, unknown>;
type Client = 'main' | 'phone';
interface Told {
  sessions: { id: string; status: string; role: string }[];
  transactions: { redirectUri?: string }[];
  outbox: { id: string; kind: string; text: string; links: string[]; answered: boolean; push?: { numbers?: string[] } }[];
  clock: { now: string };
}

/** Longer than this a request is not waited for: a latency or a breakpoint may hold it until the clock moves. */
const PATIENCE_MS = 40;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A run by two people who do anything: start, answer rightly or wrongly, open a link twice, move the clock, edit state, break things, log out. What
 * they do follows from chance alone; when it arrives also from the machine, which is why a run is compared with itself.
 */
export class RandomRun {
  private run: TestRun;
  private readonly steps = new Map<Client, Step>();
  private readonly open = new Map<Client, Promise<void>>();
  private tokens: string[] = [];

  private constructor(
    private simulator: TestSimulator,
    private readonly random: Random,
    readonly id: string,
    private readonly script: string,
  ) {
    this.run = runOf(simulator.call, id);
  }

  static async begin(simulator: TestSimulator, random: Random): Promise<RandomRun> {
    const latency = random() < 0.25 ? { Success: 400 } : {};
    const { id } = await simulator.create({ latency });
    const scripts = Object.keys((await simulator.simulations.get(id)).runtime.model.realm.scripts);
    return new RandomRun(simulator, random, id, scripts[Math.floor(random() * scripts.length)] ?? '');
  }

  /** Goes on with what a kill has left. */
  moveTo(simulator: TestSimulator): void {
    this.simulator = simulator;
    this.run = runOf(simulator.call, this.id);
    this.open.clear();
  }

  private pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)] as T;
  }

  /** @throws Error when the server fails */
  async move(): Promise<void> {
    const moves: [number, () => Promise<void>][] = [
      [3, () => this.ask('main', () => this.run.start(this.pick(STARTED), 'agent'))],
      [8, () => this.answer('main')],
      [6, () => this.openLink()],
      [6, () => this.answer('phone')],
      [6, () => this.clock()],
      [1, () => this.put('latency', { latency: this.pick<Json>([{}, {}, { Success: 400 }, { 'Identity Store Decision': 3000 }]) })],
      [
        1,
        () =>
          this.put('faults', {
            faults: this.pick<Json[]>([[], [], [{ kind: 'identity-store' }], [{ kind: 'script', script: this.script }], [SKEW]]),
          }),
      ],
      [1, () => this.put('breakpoints', { breakpoints: this.pick<Json[]>([[], [], [{ id: 'b', on: 'transaction', state: 'COMPLETED' }]]) })],
      [2, () => this.edit()],
      [3, () => this.mail()],
      [1, () => this.logout()],
    ];
    const all = moves.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.random() * all;
    for (const [weight, move] of moves) {
      left -= weight;
      if (left < 0) return move();
    }
  }

  /** Lets go what is held, so that nobody waits any more. */
  async finish(): Promise<void> {
    await this.put('breakpoints', { breakpoints: [] });
    await this.put('latency', { latency: {} });
    for (let turn = 0; turn < 200 && this.open.size > 0; turn++) {
      for (const { id } of (await this.told()).sessions.filter(({ status }) => status === 'running')) await this.goOn(id);
      await this.run.advance(5);
      await sleep(turn < 20 ? 5 : 50);
    }
    if (this.open.size > 0) throw new Error(`Simulation ${this.id}: a request is never answered.`);
  }

  private async told(): Promise<Told> {
    return (await this.run.state()) as unknown as Told;
  }

  private async ask(client: Client, send: () => Promise<Step>): Promise<void> {
    if (this.open.has(client)) return;
    const asked = send().then(
      (step) => {
        if (step.status >= 500) throw new Error(`${step.status} ${JSON.stringify(step.body)}`);
        if (this.open.get(client) !== asked) return;
        this.open.delete(client);
        if (step.body.callbacks) this.steps.set(client, step);
        if (typeof step.body.tokenId === 'string') this.tokens.push(step.body.tokenId);
      },
      (error: unknown) => {
        // Its server is gone; the client asks another time.
        if (this.open.get(client) === asked) throw error;
      },
    );
    this.open.set(client, asked);
    await Promise.race([asked, sleep(PATIENCE_MS)]);
  }

  private async answer(client: Client): Promise<void> {
    const step = this.steps.get(client);
    if (!step) return;
    const code = (await this.told()).outbox.map(({ text }) => /\b\d{6,8}\b/.exec(text)?.[0]).findLast((found) => found !== undefined);
    const values: Record<string, string[]> = {
      NameCallback: ['bjensen', 'bjensen', 'scarter', 'nobody', ...(code === undefined ? [] : [code, code])],
      PasswordCallback: ['Secret12!', 'Secret12!', 'wrong', ...(code === undefined ? [] : [code, code])],
      StringAttributeInputCallback: ['bjensen@example.com', 'nobody@example.com'],
      TextInputCallback: ['bjensen@example.com', 'nobody@example.com'],
    };
    const callbacks = step.body.callbacks?.map((callback) => ({
      ...callback,
      ...(callback.input
        ? {
            input: callback.input.map((input, index) => (index > 0 ? input : { ...input, value: this.pick(values[callback.type] ?? [input.value]) })),
          }
        : {}),
    }));
    // The step that is answered may be an old one: AM answers it as it did, or refuses it.
    await this.ask(client, () => this.run.send({ ...step.body, callbacks }));
  }

  private async openLink(): Promise<void> {
    const uris = (await this.told()).transactions.flatMap(({ redirectUri }) => (redirectUri === undefined ? [] : [redirectUri]));
    if (uris.length > 0) await this.ask('phone', () => this.run.open(this.pick(uris)));
  }

  private async clock(): Promise<void> {
    const move = this.pick<Json>([
      { advanceMs: 1 },
      { advanceMs: 1000 },
      { advanceMs: 5000 },
      { advanceMs: 5001 },
      { advanceMs: 31_000 },
      { advanceMs: 130_000 },
      { advanceMs: 700_000 },
      { to: 'next-event' },
    ]);
    await this.good('POST', 'clock', move);
  }

  private async edit(): Promise<void> {
    const session = this.pick((await this.told()).sessions.filter(({ status }) => status === 'waiting'));
    if (!session) return;
    const [scope, key, value] = this.pick<[string, string, unknown]>([
      ['shared', 'username', 'scarter'],
      ['shared', 'note', { by: ['hand', 1, null] }],
      ['transient', 'password', 'typed'],
      ['secure', 'pin', '1234'],
    ]);
    await this.simulator.call('POST', `/api/simulations/${this.id}/edits`, { session: session.id, scope, key, value });
  }

  /** Follows a link, or answers a push. */
  private async mail(): Promise<void> {
    const { outbox } = await this.told();
    const links = outbox.flatMap(({ links }) => links).filter((link) => link.includes('suspendedId='));
    const pushes = outbox.filter(({ kind, answered }) => kind === 'push' && !answered);
    if (links.length > 0 && this.random() < 0.5) return this.ask('main', () => this.run.open(this.pick(links)));
    const push = this.pick(pushes);
    if (push) await this.simulator.call('POST', `/api/simulations/${this.id}/outbox/${push.id}/answer`, { approve: this.random() < 0.7 });
  }

  private async logout(): Promise<void> {
    const tokenId = this.pick(this.tokens);
    if (tokenId === undefined) return;
    this.tokens = this.tokens.filter((token) => token !== tokenId);
    await this.simulator.call('POST', `${this.run.base}/json/realms/root/realms/alpha/sessions?_action=logout`, { tokenId });
  }

  private async goOn(session: string): Promise<void> {
    await this.simulator.call('POST', `/api/simulations/${this.id}/sessions/${session}/continue`, { step: false });
  }

  private put(what: string, body: Json): Promise<void> {
    return this.good('PUT', what, body);
  }

  private async good(method: string, what: string, body: Json): Promise<void> {
    const answer = await this.simulator.call(method, `/api/simulations/${this.id}/${what}`, body);
    if (answer.status !== 200) throw new Error(`${method} ${what} ${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

const SKEW = { kind: 'clock-skew', role: 'main', ms: 90_000 };
