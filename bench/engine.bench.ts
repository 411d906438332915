/**
 * Engine: node visits per second without scripts, event log and patches on. The peer is XState, the best known state-machine interpreter of the
 * field, making the same transitions of a machine with the same nodes and outcomes; it keeps no log, no patches and no node state.
 */
import { createState, type Input, Model, step } from '@tandem/engine';
import { createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { ringRealm } from './support/realm.ts';
import { median, ratio, table } from './support/report.ts';

const VISITS = 40_000;
const ROUNDS = 7;
const NODES = 20;
const random = 'ab'.repeat(32);

function engine(): number {
  const model = new Model(ringRealm(NODES));
  let state = createState({ now: 0 });
  let events = 0;
  let patches = 0;
  const submit = (input: Omit<Input, 'at' | 'random'>): void => {
    // `input` last: V8 is slow to add properties to an object that a literal begins with, and that would be the bench's own cost.
    const result = step(model, state, { at: state.now, random, ...input } as Input);
    state = result.state;
    events += result.events.length;
    for (const event of result.events) patches += event.patch.length;
  };
  const request = { base: '', headers: {}, parameters: {}, cookies: {}, token: null };
  let started = 0;
  let session = '';
  const start = performance.now();
  for (let visit = 0; visit < VISITS; visit++) {
    // A circle is stopped after 1,000 nodes in a row: a new session takes over before.
    if (visit % 900 === 0) {
      session = `s${++started}`;
      submit({ kind: 'start', session, player: null, target: { type: 'service', journey: 'Ring' }, request } as Omit<Input, 'at' | 'random'>);
    }
    submit({ kind: 'visit', session } as Omit<Input, 'at' | 'random'>);
  }
  const perSecond = VISITS / ((performance.now() - start) / 1000);
  if (events < VISITS || patches < VISITS) throw new Error('The log is not on.');
  return perSecond;
}

function xstate(): number {
  const states = Object.fromEntries(Array.from({ length: NODES }, (_, n) => [`n${n}`, { on: { outcome: `n${(n + 1) % NODES}` } }]));
  const machine = createMachine({ initial: 'n0', states });
  let snapshot = getInitialSnapshot(machine);
  const start = performance.now();
  for (let visit = 0; visit < VISITS; visit++) snapshot = getNextSnapshot(machine, snapshot, { type: 'outcome' });
  const perSecond = VISITS / ((performance.now() - start) / 1000);
  if (snapshot.value !== `n${VISITS % NODES}`) throw new Error('The machine did not move.');
  return perSecond;
}

/** Cost of one visit beside this many waiting sessions. */
function beside(sessions: number): number {
  const model = new Model(ringRealm(NODES));
  let state = createState({ now: 0 });
  const request = { base: '', headers: {}, parameters: {}, cookies: {}, token: null };
  const submit = (input: Record<string, unknown>): void => {
    state = step(model, state, { at: state.now, random, ...input } as unknown as Input).state;
  };
  for (let n = 0; n < sessions; n++) submit({ kind: 'start', session: `s${n}`, player: null, target: { type: 'service', journey: 'Ring' }, request });
  const start = performance.now();
  for (let visit = 0; visit < 5_000; visit++) submit({ kind: 'visit', session: `s${visit % 10}` });
  return 5_000 / ((performance.now() - start) / 1000);
}

const rounds = Array.from({ length: ROUNDS }, () => ({ tandem: engine(), peer: xstate() }));
const tandem = median(rounds.map((round) => round.tandem));
const peer = median(rounds.map((round) => round.peer));
const few = median(Array.from({ length: 3 }, () => beside(10)));
const many = median(Array.from({ length: 3 }, () => beside(10_000)));
table([
  ['visits/s, log and patches on', tandem],
  ['XState transitions/s', peer],
]);
ratio('visits to XState transitions', tandem / peer);
ratio('visits/s beside 10,000 sessions to beside 10', many / few);
