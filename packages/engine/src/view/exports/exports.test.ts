import { describe, expect, it } from 'vitest';
import type { TestSimulation } from '../../../test/driver.ts';
import { initialized, logIn, status } from '../../../test/pair.ts';
import { aicLogOf } from './aicLog.ts';
import { ofRun, spanText } from './events.ts';
import { mermaidOf } from './mermaid.ts';
import { sequenceOf } from './sequence.ts';
import { sequenceSvg } from './sequenceSvg.ts';

function pairRun(password = 'Secret12!'): TestSimulation {
  const { sim, main } = initialized();
  logIn(sim, password);
  status(sim, main);
  return sim;
}

describe('a run as a sequence diagram', () => {
  it('has a client and a journey for each session, and the transaction between them', () => {
    const { participants, items } = sequenceOf(pairRun().events);
    expect(participants.map(({ kind, label }) => [kind, label])).toEqual([
      ['client', 'Client'],
      ['main', 'Main'],
      ['transaction', 'Transaction'],
      ['client', 'Person'],
      ['backchannel', 'Login'],
    ]);
    expect(items).toContainEqual({ kind: 'message', from: 'J1', to: 'C1', text: 'Ask: NameCallback', answer: true });
    expect(items).toContainEqual({ kind: 'note', over: 'J2', text: 'Check: True' });
    expect(items).toContainEqual({ kind: 'gap', text: '6 s' });
    expect(items.filter((item) => item.kind === 'message' && item.to === 'T').length).toBeGreaterThan(2);
  });

  it('in Mermaid: one line for each, and none of the texts is taken for language', () => {
    const { events } = pairRun();
    const text = mermaidOf(sequenceOf(events.map((event) => (event.kind === 'session-started' ? { ...event, message: 'a;b\n#c end' } : event))));
    expect(text.split('\n')[0]).toBe('sequenceDiagram');
    expect(text).toContain('actor C1 as Client');
    expect(text).toContain('C1->>J1: a#59;b #35;c end');
    expect(text).toContain('J1-->>C1: Ask: NameCallback');
    for (const line of text.trim().split('\n').slice(1)) expect(line).toMatch(/^ {2}(actor|participant|Note over|\w+--?>>\w+: )/);
  });

  it('as SVG: a lane for each, texts escaped, long ones cut and whole in the tooltip', () => {
    const { events } = pairRun();
    const long = `<script>alert("x")</script> ${'long '.repeat(20)}\u0001`;
    const svg = sequenceSvg(sequenceOf(events.map((event) => (event.kind === 'session-started' ? { ...event, message: long } : event))), 'A & B');
    expect(svg).toContain('<title>A &#38; B</title>');
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('\u0001');
    expect(svg.match(/class="head /g)).toHaveLength(5);
    expect(svg).toContain('…</text>');
  });
});

describe("a run as AIC's log", () => {
  it('names each node that was left, with its outcome, and how each journey ended', () => {
    const lines = aicLogOf(pairRun().events, 'alpha');
    expect(lines.every(({ source, type }) => source === 'am-authentication' && type === 'application/json')).toBe(true);
    const payloads = lines.map(({ payload }) => payload);
    const check = payloads.find(({ eventName, entries }) => eventName === 'AM-NODE-LOGIN-COMPLETED' && JSON.stringify(entries).includes('"Check"'));
    expect(check).toMatchObject({
      component: 'Authentication',
      realm: '/alpha',
      topic: 'authentication',
      level: 'INFO',
      entries: [{ info: { nodeOutcome: 'true', treeName: 'Login', displayName: 'Check', nodeType: 'DataStoreDecisionNode', nodeId: 'Check' } }],
    });
    expect(payloads).toContainEqual(expect.objectContaining({ eventName: 'AM-TREE-LOGIN-COMPLETED', result: 'SUCCESSFUL', principal: ['bjensen'] }));
    expect(new Set(payloads.map(({ _id }) => _id)).size).toBeGreaterThan(5);
  });

  it('says that a journey failed', () => {
    const payloads = aicLogOf(pairRun('wrong').events, 'alpha').map(({ payload }) => payload);
    expect(payloads).toContainEqual(
      expect.objectContaining({
        eventName: 'AM-LOGIN-COMPLETED',
        result: 'FAILED',
        entries: [{ info: expect.objectContaining({ failureReason: 'LOGIN_FAILED' }) }],
      }),
    );
  });
});

it('events of one run are those of its sessions', () => {
  const { events } = pairRun();
  const run = events.find((event) => event.run !== undefined)?.run;
  expect(ofRun(events, run).every((event) => event.run === run)).toBe(true);
  expect(ofRun(events, 'other')).toEqual([]);
  expect(ofRun(events, undefined)).toBe(events);
});

it.each([
  [40, '40 ms'],
  [8000, '8 s'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [90_061_000, '1 d 1 h'],
])('%d ms are "%s"', (ms, text) => expect(spanText(ms)).toBe(text));
