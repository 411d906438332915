import { FAILURE_NODE_ID } from '@tandem/journey';
import type { Callback, Step, TestRun, TestSimulator } from './simulator.ts';

/** Walks a journey as a person would who clicks through it: sensible answers first, then, attempt by attempt, others by chance. */

export interface Walk {
  /** The end that was reached; "none" when a node, or what is missing, ended the journey. */
  end: 'Success' | 'Failure' | 'none';
  /** Steps that the client was shown. */
  steps: number;
  /** Nodes visited, without the ends. */
  nodes: number;
  /** Steps at which a person chose the outcome of a type that is not executed. */
  chosen: number;
  /** What the log says of errors, in order. */
  errors: string[];
  attempt: number;
}

const MOST_STEPS = 60;
export type Random = () => number;

/** A small generator, so that attempt 7 is always the same walk (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @throws Error when the journey does not end within its steps */
export async function walk(simulator: TestSimulator, journey: string, attempt: number): Promise<Walk> {
  const run = await simulator.create({ seed: `walk-${attempt}` });
  const random = randomOf(attempt);
  let step = await run.start(encodeURIComponent(journey));
  let steps = 0;
  let chosen = 0;
  while (step.status === 200 && step.body.callbacks !== undefined) {
    steps += 1;
    if (steps > MOST_STEPS) throw new Error(`${journey}, attempt ${attempt}: still under way after ${MOST_STEPS} steps.`);
    if (isGeneric(step)) chosen += 1;
    step = await next(simulator, run, step, random, attempt);
  }
  const log = await run.log();
  if (step.status !== 200 && step.status !== 401) throw new Error(`${journey}, attempt ${attempt}: ${step.status} ${JSON.stringify(step.body)}`);
  const errors = log.filter(({ kind, level }) => kind === 'log' && level === 'error').map(({ message }) => String(message));
  const lastNode = log.findLast(({ kind }) => kind === 'session-ended')?.node;
  return {
    end:
      step.status === 200 || errors.some((line) => line.includes('reached Success')) ? 'Success' : lastNode === FAILURE_NODE_ID ? 'Failure' : 'none',
    steps,
    nodes: log.filter(({ kind }) => kind === 'visited').length,
    chosen,
    errors,
    attempt,
  };
}

async function next(simulator: TestSimulator, run: TestRun, step: Step, random: Random, attempt: number): Promise<Step> {
  const callbacks = step.body.callbacks ?? [];
  const messages = (await simulator.call('GET', `/api/simulations/${run.id}/outbox`)).body.messages as Message[];
  if (step.body.authId === undefined || callbacks.some(({ type }) => type === 'SuspendedTextOutputCallback')) {
    const link = messages.flatMap(({ links }) => links).find((candidate) => candidate.includes('suspendedId='));
    if (link === undefined) throw new Error('The journey is suspended, and no mail holds the link that goes on with it.');
    return run.open(link);
  }
  for (const { id, kind, answered } of messages) {
    if (kind === 'push' && !answered) await simulator.call('POST', `/api/simulations/${run.id}/outbox/${id}/answer`, { approve: random() < 0.8 });
  }
  const wait = callbacks.find(({ type }) => type === 'PollingWaitCallback');
  if (wait) await run.advance(Number(outputOf(wait, 'waitTime')) / 1000 + 1);
  const code = messages.map(({ text }) => /\b\d{6,8}\b/.exec(text)?.[0]).findLast((found) => found !== undefined);
  const person: Person = { random, attempt, code };
  const filled = callbacks.map((callback, index) => ({
    ...callback,
    ...(callback.input ? { input: callback.input.map((input) => ({ ...input, value: answerTo(callback, input, index, person) })) } : {}),
  }));
  return run.send({ ...step.body, callbacks: filled });
}

interface Message {
  id: string;
  kind: string;
  answered: boolean;
  text: string;
  links: string[];
}
interface Person {
  random: Random;
  attempt: number;
  /** One-time password that came by mail or SMS. */
  code: string | undefined;
}

const outputOf = ({ output }: Callback, name: string): unknown => output?.find((candidate) => candidate.name === name)?.value;
const isGeneric = ({ body }: Step): boolean => JSON.stringify(body.callbacks).includes('which cannot be executed natively');

const ATTRIBUTES: Record<string, string> = { telephoneNumber: '+44 20 7946 0000', userName: 'bjensen' };

function answerTo(callback: Callback, input: { name: string; value: unknown }, index: number, { random, attempt, code }: Person): unknown {
  const { type } = callback;
  // The first attempt takes what is offered; later ones try the rest.
  const among = (count: number, first: unknown): unknown => (attempt === 0 ? first : Math.floor(random() * count));
  const listed = (name: string): number => (Array.isArray(outputOf(callback, name)) ? (outputOf(callback, name) as unknown[]).length : 0);
  if (input.name.endsWith('validateOnly')) return false;
  switch (type) {
    case 'NameCallback':
      return code !== undefined && /one.?time|otp|code/i.test(String(outputOf(callback, 'prompt'))) ? code : random() < 0.8 ? 'bjensen' : 'scarter';
    case 'PasswordCallback':
      return code !== undefined && random() < 0.9 ? code : 'Secret12!';
    case 'ValidatedCreateUsernameCallback':
      return `ann${attempt}`;
    case 'ValidatedCreatePasswordCallback':
      return attempt % 2 === 0 ? 'Secret12!' : 'Another34!Word';
    case 'ChoiceCallback':
      return among(listed('choices'), input.value);
    case 'ConfirmationCallback':
      return among(Math.max(listed('options'), 1), input.value);
    case 'TermsAndConditionsCallback':
      return attempt === 0 || random() < 0.8;
    case 'StringAttributeInputCallback':
      // Some look for a user by it, others make a new one.
      if (outputOf(callback, 'name') === 'mail') return random() < 0.5 ? 'bjensen@example.com' : `ann${attempt}@example.com`;
      return ATTRIBUTES[String(outputOf(callback, 'name'))] ?? `Text ${index}`;
    case 'NumberAttributeInputCallback':
      return 7;
    case 'BooleanAttributeInputCallback':
      return random() < 0.5;
    case 'KbaCreateCallback': {
      const questions = outputOf(callback, 'predefinedQuestions');
      return input.name.endsWith('question')
        ? ((Array.isArray(questions) ? questions[index % questions.length] : undefined) ?? `Question ${index}?`)
        : 'blue';
    }
    default:
      return input.value;
  }
}
