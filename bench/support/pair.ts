import {
  createState,
  type EffectAnswer,
  type GivenAnswer,
  type Input,
  identitiesOf,
  type Model,
  type RequestedEffect,
  type Session,
  type SimulationState,
  step,
} from '@tandem/engine';
import type { Json } from '@tandem/journey';
import { createScriptHost } from '@tandem/scripting';
import type { ScriptPool } from '@tandem/scripting/node';

export const START = Date.UTC(2026, 10, 1, 10);
const POLL_MS = 3001;
const request = { base: 'http://127.0.0.1:8080/am', headers: { 'accept-language': ['en'] }, parameters: {}, cookies: {}, token: null };

type Draft = Input extends infer I ? (I extends Input ? Omit<I, 'at' | 'random'> : never) : never;
type EffectDriver = (effect: RequestedEffect, model: Model, state: SimulationState) => Promise<EffectAnswer> | EffectAnswer;

/** Scripts in the pool, passwords all right. */
export function effectsIn(pool: ScriptPool): EffectDriver {
  return async ({ effect }, model, state) => {
    if (effect.kind !== 'script') return { matches: true };
    const identities = identitiesOf(model, state);
    let count = 0;
    const options = { realm: '/alpha', queryFilter: () => () => true, uuid: () => `new-${count++}`, keepPassword: () => '' };
    return pool.run(effect, createScriptHost({ get: (id) => identities.byId(id), all: (kind) => identities.all(kind) }, options));
  };
}

/** Drives the help desk pair through the engine alone, and keeps what was put in: a run is a list of inputs. */
export class Pair {
  readonly state: SimulationState = createState({ now: START });
  readonly inputs: Input[] = [];
  /** For each input: whether it is a visit that ran no script and asked for nothing from outside. */
  readonly plain: boolean[] = [];
  private count = 0;

  constructor(
    readonly model: Model,
    private readonly answerEffect: EffectDriver,
    private readonly recording = true,
  ) {}

  /** From the agent's look-up to both ends: 12 nodes, of which the agent waits at some twice. */
  async run(): Promise<void> {
    const agent = await this.lookUp('agent');
    const [transaction] = Object.values(this.state.transactions);
    await this.submit({ kind: 'start', session: 'user', player: null, target: { type: 'transaction', id: transaction?.id ?? '' }, request });
    await this.answer(agent);
    await this.answer(this.session('user'), 'Secret12!');
    while (agent.status.kind === 'callbacks') await this.answer(agent);
    const ends = [agent, this.session('user')].map(({ status }) => (status.kind === 'ended' ? status.result : status.kind));
    if (ends.join() !== 'failure,success') throw new Error(`The pair ended otherwise than it should: ${ends.join()}`);
  }

  /** An agent looks up a user and comes to "Pending Wait". */
  async lookUp(id: string): Promise<Session> {
    await this.submit({ kind: 'start', session: id, player: null, target: { type: 'service', journey: 'HelpDeskVerify' }, request });
    await this.answer(this.session(id), 'bjensen@example.com', 0);
    return this.session(id);
  }

  /** Answers what a session is asked, its first input with the value; by default once its wait is over. */
  async answer(session: Session, value?: Json, after = POLL_MS): Promise<void> {
    const { status } = session;
    if (status.kind !== 'callbacks') throw new Error(`${session.id} is asked nothing but is ${JSON.stringify(status)}`);
    let given = value;
    const answers = status.callbacks.map(({ type, input }): GivenAnswer => {
      const values = input[0] && given !== undefined ? { [input[0].suffix]: given } : {};
      if (input[0]) given = undefined;
      return { type, values };
    });
    await this.submit({ kind: 'answer', session: session.id, otk: session.otk, digest: '', answers, request }, after);
  }

  /** The state before the input of this index. */
  stateBefore(index: number): SimulationState {
    const state = createState({ now: START });
    for (const input of this.inputs.slice(0, index)) step(this.model, state, structuredClone(input));
    return state;
  }

  private session(id: string): Session {
    const session = this.state.sessions[id];
    if (!session) throw new Error(`There is no session ${id}.`);
    return session;
  }

  private async submit(draft: Draft, after = 0): Promise<void> {
    let effect = this.step(draft, this.state.now + after);
    const { session } = draft as { session: string };
    for (;;) {
      if (effect) effect = this.step({ kind: 'effect', session, effect: effect.id, result: await this.answerEffect(effect, this.model, this.state) });
      else if (this.state.sessions[session]?.status.kind === 'due') effect = this.step({ kind: 'visit', session });
      else return;
    }
  }

  private step(draft: Draft, at = this.state.now): RequestedEffect | undefined {
    const input = { at, random: (++this.count).toString(16).padStart(64, '0'), ...draft } as Input;
    if (this.recording) this.inputs.push(structuredClone(input));
    const { effects } = step(this.model, this.state, input);
    if (this.recording) this.plain.push(draft.kind === 'visit' && effects.length === 0);
    return effects[0];
  }
}

type Engine = Pick<typeof import('@tandem/engine'), 'createState' | 'step'>;

/** The state after recorded inputs. */
export function replayed({ createState, step }: Engine, model: Model, inputs: readonly Input[]): SimulationState {
  const state = createState({ now: START });
  for (const input of inputs) step(model, state, input);
  return state;
}
