import type { Json, Realm } from '@tandem/journey';
import * as fc from 'fast-check';
import {
  AnswerProblem,
  type Breakpoint,
  type Fault,
  type GivenAnswer,
  type Input,
  isSecretInput,
  Model,
  pendingEffects,
  readAnswers,
  type Session,
  sessionAnswer,
} from '../src/index.ts';
import type { WireCallback } from '../src/wire.ts';
import { seal, type TestSimulation } from './driver.ts';

/** What clients, people, the driver and time do to a simulation, at random. */

/** `right` is what the client was asked for; the others are what a mistaken or hostile one sends. */
const MANNERS = ['right', 'missing', 'extra', 'reordered', 'wrong type', 'replayed', 'forged', 'of another session'] as const;

const journeys = ['Main', 'Main', 'Main', 'Phone', 'Inner', 'Missing', null] as const;
const words = ['bjensen', 'bjensen', 'bjensen', 'Secret12!', '', 'other', '123456', 'mail@example.com'];
const latencies: Record<string, number>[] = [{}, { main1: 700, ScriptedDecisionNode: 300 }, { PageNode: 900, Success: 5000, Failure: 10 }];
const spans = [1, 500, 1000, 3000, 8000, 8000, 30_000, 61_000, 400_000, 8_000_000];

const breakpoints: Breakpoint[] = [
  { id: 'status', on: 'node', node: 'Status' },
  { id: 'name', on: 'key', key: 'username' },
  { id: 'approved', on: 'transaction', state: 'COMPLETED', result: 'APPROVED' },
];
const faults: Fault[] = [{ kind: 'script', script: 'decide' }, { kind: 'identity-store' }, { kind: 'clock-skew', role: 'backchannel', ms: 60_000 }];

const kinds = {
  start: [4, { journey: fc.constantFrom(...journeys), cookie: fc.boolean() }],
  open: [2, { which: fc.nat(2), cookie: fc.boolean() }],
  answer: [
    12,
    {
      which: fc.nat(3),
      how: fc.oneof({ weight: 8, arbitrary: fc.constant('right' as const) }, { weight: 3, arbitrary: fc.constantFrom(...MANNERS) }),
      word: fc.constantFrom(...words),
      number: fc.nat(3),
      flag: fc.boolean(),
    },
  ],
  resume: [2, { which: fc.nat(2), right: fc.boolean() }],
  advance: [3, { ms: fc.constantFrom(...spans) }],
  effect: [12, {}],
  message: [1, { which: fc.nat(1), approve: fc.boolean(), number: fc.constantFrom(null, '07') }],
  latency: [1, { latency: fc.constantFrom(...latencies) }],
  realm: [2, { version: fc.nat(1) }],
  logout: [1, { which: fc.nat(2) }],
  access: [1, { which: fc.nat(2) }],
  edit: [
    1,
    {
      which: fc.nat(3),
      scope: fc.constantFrom('shared' as const, 'transient' as const, 'secure' as const),
      key: fc.constantFrom('username', 'password', 'other', '__proto__'),
      value: fc.constantFrom<Json | undefined>('bjensen', 'scarter', { a: 1 }, null, undefined),
    },
  ],
  breakpoints: [1, { breakpoints: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(breakpoints) }) }],
  continue: [2, { which: fc.nat(2), step: fc.boolean() }],
  faults: [1, { faults: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(faults) }) }],
  prune: [1, { age: fc.constantFrom(-1, 0, 60_000) }],
  kill: [3, {}],
} as const;
type Fields = Record<string, fc.Arbitrary<unknown>>;
type ValueOf<F> = { [K in keyof F]: F[K] extends fc.Arbitrary<infer V> ? V : never };
export type Move = { [K in keyof typeof kinds]: { kind: K } & ValueOf<(typeof kinds)[K][1]> }[keyof typeof kinds];

export const anyMove = fc.oneof(
  ...Object.entries(kinds).map(([kind, [weight, fields]]) => ({
    weight,
    arbitrary: fc.record({ kind: fc.constant(kind), ...(fields as Fields) }) as unknown as fc.Arbitrary<Move>,
  })),
);

const nth = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)];

/** Plays moves. What it remembers is what clients and the driver remember, whatever becomes of the process between them. */
export class Player {
  private started = 0;
  private readonly sent = new Map<string, Extract<Input, { kind: 'answer' }>>();

  constructor(
    private readonly sim: TestSimulation,
    private readonly realms: readonly [Realm, Realm],
    private readonly onKill: (sim: TestSimulation) => void,
  ) {}

  play(move: Move): void {
    const { sim } = this;
    const { state } = sim;
    if (move.kind === 'start') this.start(move.journey === null ? { type: 'default' } : { type: 'service', journey: move.journey }, move.cookie);
    else if (move.kind === 'open') this.start({ type: 'transaction', id: nth(Object.keys(state.transactions), move.which) ?? 'none' }, move.cookie);
    else if (move.kind === 'answer') this.answer(move);
    else if (move.kind === 'resume') this.resume(move);
    else if (move.kind === 'advance') sim.advance(move.ms / 1000);
    else if (move.kind === 'effect') this.answerOne();
    else if (move.kind === 'message') {
      const { id, push } = nth(Object.values(state.outbox), move.which) ?? { id: 'none', push: null };
      sim.submit({ kind: 'message', id, approve: move.approve, number: move.number ?? push?.number ?? null });
    } else if (move.kind === 'edit') {
      const { scope, key, value } = move;
      const session = nth(Object.keys(state.sessions), move.which) ?? 'none';
      sim.submit({ kind: 'edit', session, scope, key, ...(value === undefined ? {} : { value }) });
    } else if (move.kind === 'continue') {
      const held = Object.values(state.sessions).filter(({ status }) => status.kind === 'held');
      sim.submit({ kind: 'continue', session: nth(held, move.which)?.id ?? 'none', step: move.step });
    } else if (move.kind === 'breakpoints') sim.submit({ kind: 'breakpoints', breakpoints: [...move.breakpoints] });
    else if (move.kind === 'faults') sim.submit({ kind: 'faults', faults: [...move.faults] });
    else if (move.kind === 'latency') sim.submit({ kind: 'latency', latency: move.latency });
    else if (move.kind === 'realm') this.change(move.version);
    else if (move.kind === 'logout') sim.submit({ kind: 'logout', token: nth(Object.keys(state.ssoSessions), move.which) ?? 'none' });
    else if (move.kind === 'access') sim.submit({ kind: 'access', token: nth(Object.keys(state.ssoSessions), move.which) ?? 'none' });
    else if (move.kind === 'prune') sim.submit({ kind: 'prune', before: state.now - move.age });
    else this.onKill(sim);
  }

  private start(target: Parameters<TestSimulation['start']>[0], cookie: boolean): void {
    const token = cookie ? (Object.keys(this.sim.state.ssoSessions).at(-1) ?? null) : null;
    this.sim.start(target, { id: `session-${++this.started}`, token });
  }

  private answer(move: Extract<Move, { kind: 'answer' }>): void {
    const asked = Object.values(this.sim.state.sessions).filter(({ status }) => status.kind === 'callbacks');
    const session = nth(asked, move.which);
    if (!session) return;
    if (move.how === 'replayed') {
      const before = this.sent.get(session.id);
      if (before) this.sim.submit(before, this.sim.state.now);
      return;
    }
    const answers = given(session, move);
    if (!answers) return;
    const other = nth(Object.values(this.sim.state.sessions), move.which + 1)?.otk ?? '';
    const otk = move.how === 'forged' ? 'f'.repeat(32) : move.how === 'of another session' ? other : session.otk;
    const { request } = session;
    const input = { kind: 'answer' as const, session: session.id, otk, digest: JSON.stringify(answers), answers, request };
    this.sent.set(session.id, structuredClone(input) as Extract<Input, { kind: 'answer' }>);
    this.sim.submit(input);
  }

  private resume({ which, right }: Extract<Move, { kind: 'resume' }>): void {
    const suspended = Object.values(this.sim.state.sessions).filter(({ status }) => status.kind === 'callbacks' && status.suspended !== null);
    const session = nth(suspended, which);
    if (session?.status.kind !== 'callbacks') return;
    const { request } = session;
    this.sim.submit({ kind: 'resume', session: session.id, suspended: right ? (session.status.suspended ?? '') : 'other', request });
  }

  /** Answers arrive in any order, and a restart asks again in another one; nobody answers what nobody waits for any more. */
  private answerOne(): void {
    const { sim } = this;
    const waiting = sim.effects.filter(({ session, id }) => {
      const status = sim.state.sessions[session]?.status;
      return status?.kind === 'effect' && status.effect.id === id;
    });
    waiting.sort((a, b) => (a.id < b.id ? -1 : 1));
    sim.effects.splice(0, sim.effects.length, ...waiting);
    if (waiting.length > 0) sim.answerEffect();
  }

  /** A saved realm, with a restart after it: what was asked of the driver is asked as the new realm has it. */
  private change(version: number): void {
    const { sim } = this;
    sim.model = new Model(this.realms[version] as Realm);
    sim.submit({ kind: 'realm', version: sim.state.realmVersion + 1 });
    const pending = pendingEffects(sim.model, sim.state);
    sim.effects.splice(0, sim.effects.length, ...pending);
    const asked = new Set(pending.map(({ session }) => session));
    for (const { id, status } of Object.values(sim.state.sessions)) {
      if (status.kind === 'effect' && !asked.has(id)) sim.submit({ kind: 'revisit', session: id });
    }
  }
}

/** What the door makes of the client's callbacks: refused ones (undefined) never reach the engine. */
function given(session: Session, move: Extract<Move, { kind: 'answer' }>): GivenAnswer[] | undefined {
  const body = structuredClone(sessionAnswer(session, '/alpha').body.callbacks) as unknown as WireCallback[];
  for (const callback of body) for (const input of callback.input ?? []) input.value = valueFor(input.value, move);
  try {
    return sealed(readAnswers(session, mistaken(body, move.how)));
  } catch (error) {
    if (error instanceof AnswerProblem) return undefined;
    throw error;
  }
}

function valueFor(sent: Json, { how, word, number, flag }: Extract<Move, { kind: 'answer' }>): Json {
  if (how === 'wrong type') return { a: [word] };
  return typeof sent === 'number' ? number : typeof sent === 'boolean' ? flag : typeof sent === 'string' || sent === null ? word : sent;
}

function mistaken(body: WireCallback[], how: (typeof MANNERS)[number]): WireCallback[] {
  const [first] = body;
  if (how === 'missing') return body.slice(0, -1);
  if (how === 'extra') return first ? [...body, first] : body;
  return how === 'reordered' ? body.toReversed() : body;
}

/** As the driver does. */
function sealed(answers: GivenAnswer[]): GivenAnswer[] {
  return answers.map(({ type, values }) => ({
    type,
    values: Object.fromEntries(
      Object.entries(values).map(([suffix, value]) => [suffix, isSecretInput(type, suffix) ? (seal(String(value)) as unknown as Json) : value]),
    ),
  }));
}
