import { call, codeAt, define, floor, globals, imul } from './primordials.ts';

/** Random numbers from a seed: cyrb128 over the seed's text, sfc32 from there. Nothing secret rests on them inside a simulation. */
export interface Random {
  /** Unsigned 32 bits. */
  next(): number;
}

export function createRandom(seed: string): Random {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < seed.length; i++) {
    const code = codeAt(seed, i);
    a = b ^ imul(a ^ code, 597399067);
    b = c ^ imul(b ^ code, 2869860233);
    c = d ^ imul(c ^ code, 951274213);
    d = a ^ imul(d ^ code, 2716044179);
  }
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return { next };
}

const { construct } = Reflect;

/** What differs between runs for reasons of the machine. */
const LEAKS = ['performance', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'navigator', 'console', 'queueMicrotask'];

/** Date stands at `now`; Math.random follows the seed; nothing else tells one run from another. */
export function installDeterminism(now: number, random: Random): void {
  const RealDate = Date;
  const dateText = RealDate.prototype.toString;
  function SimulatedDate(...args: unknown[]): unknown {
    if (new.target === undefined) return call(dateText, new RealDate(now), []);
    return construct(RealDate, args.length === 0 ? [now] : args, new.target);
  }
  SimulatedDate.prototype = RealDate.prototype;
  define(SimulatedDate, 'name', 'Date', false);
  define(SimulatedDate, 'length', 7, false);
  define(SimulatedDate, 'now', () => now, false);
  define(SimulatedDate, 'parse', RealDate.parse, false);
  define(SimulatedDate, 'UTC', RealDate.UTC, false);
  define(RealDate.prototype, 'constructor', SimulatedDate, false);
  define(globals, 'Date', SimulatedDate, false);
  define(Math, 'random', () => (random.next() * 2097152 + floor(random.next() / 2048)) / 9007199254740992, false);
  for (let i = 0; i < LEAKS.length; i++) delete globals[LEAKS[i] as string];
}
