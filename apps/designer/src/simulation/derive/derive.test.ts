import type { JourneySummary } from '@tandem/api';
import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { iconOf } from '../events/icons.ts';
import { eventOfTest, sessionOfTest, stateOfTest, T0, transactionOfTest } from '../fixtures/state.ts';
import { stagesOf } from '../transaction/Stages.tsx';
import { axisOf, eventTimesReader, marksOf, percent, ticksOf } from './axis.ts';
import { assumptionsReader } from './facts.ts';
import { backchannelOf, isAlone, mainJourneyOf } from './journeys.ts';
import { fullValue, stateRows } from './nodeState.ts';
import { provenanceKeeper } from './provenance.ts';
import { runStatusOf } from './runStatus.ts';
import { runsOf, sessionOf } from './runs.ts';
import { sessionText } from './sessionText.ts';
import { stateDiff } from './stateDiff.ts';
import { eventsOfRun, isDetail, lineOf } from './timeline.ts';

const phone = sessionOfTest({
  id: 'b1',
  role: 'backchannel',
  player: 'user',
  transaction: 't1',
  journey: 'HelpDeskVerifyUser',
  createdAt: T0 + 5000,
});
const waiting = {
  kind: 'callbacks' as const,
  callbacks: [],
  stage: null,
  header: null,
  description: null,
  poll: { due: T0 + 8000 },
  suspended: null,
};
const ended = {
  kind: 'ended' as const,
  result: 'failure' as const,
  at: T0 + 9000,
  tokenId: null,
  message: 'Login failure',
  errorCode: null,
  successUrl: '',
  failureUrl: '',
  details: {},
};

const second = sessionOfTest({ id: 'm2', run: 'm2', createdAt: T0 + 60_000, player: null });

describe('runs', () => {
  const again = sessionOfTest({ ...phone, id: 'b2', createdAt: T0 + 20_000 });
  const runs = runsOf(stateOfTest([second, again, phone, sessionOfTest({})], [transactionOfTest({})]));
  test('are numbered in the order they were started', () =>
    expect(runs.map((run) => [run.number, run.id])).toEqual([
      [1, 'm1'],
      [2, 'm2'],
    ]));
  test('a transaction shows the newest of its sessions', () => expect(runs[0] && sessionOf(runs[0], transactionOfTest({}))?.id).toBe('b2'));
  test('a start that AM refused is no run: it is an event of the simulation, shown with every run and without any', () => {
    const refused = sessionOfTest({ id: 'r', run: 'r', player: 'user', journey: '', createdAt: T0 + 200_000, status: ended, refused: true });
    const { sessions } = stateOfTest([refused]);
    const event = eventOfTest(1, { kind: 'session-ended', run: 'r', session: 'r' });
    expect(runsOf(stateOfTest([refused, second])).map((run) => run.id)).toEqual(['m2']);
    expect(eventsOfRun([event], null, sessions)).toEqual([event]);
    expect(eventsOfRun([event], runs[1] ?? null, sessions)).toEqual([event]);
    expect(lineOf(event, sessions).hue).toBe('neutral');
  });
  test('a session of another client is a run too', () => expect(runs[1]?.main?.player).toBeNull());
});

describe('run status of nodes', () => {
  test('waiting where the client is asked, visited before', () => {
    const status = runStatusOf(sessionOfTest({ status: waiting, visits: { init: 1, wait: 2 }, outcomes: { init: 'created' } }));
    expect(status).toEqual({
      init: { state: 'visited', visits: 1, lastOutcome: 'created' },
      wait: { state: 'waiting', visits: 2, lastOutcome: null },
    });
  });
  test('a failure that no outcome led to is shown at its node', () => {
    expect(runStatusOf(sessionOfTest({ status: ended, node: 'script' })).script?.state).toBe('failed');
    expect(runStatusOf(sessionOfTest({ status: ended, node: FAILURE_NODE_ID }))[FAILURE_NODE_ID]?.state).toBe('failed');
  });
  test('success is shown at the end', () => {
    expect(runStatusOf(sessionOfTest({ status: { ...ended, result: 'success' }, node: SUCCESS_NODE_ID }))[SUCCESS_NODE_ID]?.state).toBe('visited');
  });
});

describe('words', () => {
  test('a wait counts down on the clock', () => {
    expect(sessionText(sessionOfTest({ status: waiting }), T0 + 6600)).toEqual({ text: 'waiting 1.4 s', tone: 'waiting' });
    expect(sessionText(sessionOfTest({ status: waiting }), T0 + 8000).text).toBe('poll due');
  });
  test('a question is told by its prompt, a wait as a wait', () => {
    const status = { kind: 'callbacks', callbacks: [{ type: 'StringAttributeInputCallback', output: [{ name: 'prompt', value: 'Email Address' }] }] };
    const textOf = (values: object) => lineOf(eventOfTest(1, { kind: 'callbacks', nodeName: 'Page', ...values }), {}).text;
    expect(textOf({ callbacks: ['StringAttributeInputCallback'], patch: [[['sessions', 'm1', 'status'], status]] })).toBe(
      'Page asks for: Email Address',
    );
    expect(textOf({ callbacks: ['PollingWaitCallback', 'ConfirmationCallback'] })).toBe('Page waits');
    expect(textOf({ callbacks: ['TextOutputCallback', 'PasswordCallback'] })).toBe('Page shows a message and asks for: Password');
    const because = 'A transaction that is CREATED with result UNKNOWN leads to pending.';
    expect(lineOf(eventOfTest(1, { because }), {}).because).toBe('The transaction is not opened yet: pending.');
  });
  test('an event tells what was chosen, written and why', () => {
    const event = eventOfTest(1, {
      nodeName: 'Backchannel Status',
      outcomeName: 'In Progress',
      writes: [{ key: 'transaction:data', scope: 'shared' }],
      because: 'The transaction was IN_PROGRESS',
    });
    const line = lineOf(event, stateOfTest([sessionOfTest({})]).sessions);
    expect(line).toMatchObject({
      text: 'Backchannel Status chose In Progress',
      wrote: ['transaction:data'],
      because: 'The transaction was IN_PROGRESS',
      hue: 'main',
    });
  });
  test('the hue is that of the journey, transactions have their own', () => {
    const state = stateOfTest([sessionOfTest({}), phone]).sessions;
    expect(lineOf(eventOfTest(1, { session: 'b1' }), state).hue).toBe('backchannel');
    expect(lineOf(eventOfTest(1, { session: 'b1', kind: 'transaction-completed' }), state).hue).toBe('transaction');
  });
  test('a suspension and an inner journey are told in words, with icons of their own', () => {
    const textOf = (kind: string, values: object) => lineOf(eventOfTest(1, { kind, ...values }), {}).text;
    const node = { nodeName: 'Email Suspend', message: 'Email Suspend suspended the journey' };
    expect(textOf('suspended', node)).toBe('Email Suspend suspended the journey until the client comes back');
    expect(textOf('inner-started', { nodeName: 'Inner', message: 'Inner runs Login' })).toBe('Inner runs Login');
    const kinds = ['suspended', 'resumed', 'inner-started', 'inner-ended', 'visited'];
    expect(new Set(kinds.map(iconOf)).size).toBe(kinds.length);
    for (const kind of kinds) expect(isDetail({ kind })).toBe(false);
  });
  test.each([
    ['because', 'because'],
    [{ why: 'risk' }, '{"why":"risk"}'],
  ])('what a script left for the audit log stands in the line of its step', (auditInfo, shown) => {
    expect(lineOf(eventOfTest(1, { audit: { auditInfo } }), {}).audit).toBe(shown);
    expect(lineOf(eventOfTest(1, {}), {}).audit).toBeNull();
  });
  test('a kind of a newer server has an icon all the same', () => expect(iconOf('constructor')).toBe(iconOf('visited')));
  test('a log line tells what the realm lacks', () => {
    const event = { kind: 'log', level: 'error', nodeType: 'AcceptTermsAndConditionsNode', message: 'Terms configuration not found' };
    expect(lineOf(eventOfTest(1, event), {}).gap?.section).toBe('services');
    expect(lineOf(eventOfTest(1, { ...event, kind: 'visited' }), {}).gap).toBeNull();
  });
  test('an outcome that leads to an end says so', () => {
    const textOf = (message: string) => lineOf(eventOfTest(1, { kind: 'visited', nodeName: 'Verify', outcomeName: 'Success', message }), {}).text;
    expect(textOf('Verify chose Success, which leads to Failure')).toBe('Verify chose Success, which leads to Failure');
    expect(textOf('Verify chose Success')).toBe('Verify chose Success');
  });
  test('debug lines are details, warnings are not', () => {
    expect(isDetail({ kind: 'log', level: 'DEBUG' })).toBe(true);
    expect(isDetail({ kind: 'log', level: 'warn' })).toBe(false);
  });
  test('a run shows its own events and those of nobody', () => {
    const events = [eventOfTest(1, {}), eventOfTest(2, { run: 'm2' }), eventOfTest(3, { run: undefined, kind: 'clock' })];
    const state = stateOfTest([sessionOfTest({}), second]);
    expect(eventsOfRun(events, runsOf(state)[0] ?? null, state.sessions).map((event) => event.seq)).toEqual([1, 3]);
  });
  test('assumptions count steps, and each rule once', () => {
    const events = [
      eventOfTest(1, {}),
      eventOfTest(2, { assumptions: ['A'] }),
      eventOfTest(3, { assumptions: ['A', 'B'] }),
      eventOfTest(4, { kind: 'answered' }),
    ];
    expect(assumptionsReader()(events)).toEqual({ steps: 3, resting: 2, byHand: 0, rules: ['A', 'B'], hands: [] });
  });
  test('a node that a person answers for is counted apart from assumptions, when it is answered', () => {
    const asked = 'The type VendorNode is not executed here: a person chooses.';
    const chosen = 'A person chose All right for the type VendorNode of Vendor, which is not executed here.';
    const events = [
      eventOfTest(1, { kind: 'callbacks', nodeName: 'Vendor', assumptions: [asked] }),
      eventOfTest(2, { nodeName: 'Vendor', assumptions: [chosen] }),
      eventOfTest(3, { nodeName: 'Page', assumptions: [chosen, 'A'] }),
    ];
    expect(assumptionsReader()(events)).toEqual({ steps: 3, resting: 1, byHand: 2, rules: ['A'], hands: ['Vendor', 'Vendor in Page'] });
    const before = 'A person chose All right for the type VendorNode, which is not executed here.';
    expect(assumptionsReader()([eventOfTest(1, { nodeName: 'Vendor', assumptions: [before] })]).hands).toEqual(['Vendor']);
  });
  test('the list says by hand, not assumed, of a step that a person answers for', () => {
    const asked = 'The type VendorNode is not executed here: a person chooses.';
    expect(lineOf(eventOfTest(1, { kind: 'callbacks', assumptions: [asked] }), {})).toMatchObject({ byHand: true, assumptions: [] });
    expect(lineOf(eventOfTest(2, { assumptions: ['A'], because: 'B' }), {})).toMatchObject({ byHand: false, assumptions: ['A'] });
  });
});

describe('node state', () => {
  test('says who wrote a key last, seals secrets and marks what is new', () => {
    const session = sessionOfTest({ shared: { realm: '/alpha', username: 'bjensen' }, transient: { password: { $sealed: '•', empty: false } } });
    const events = [
      eventOfTest(1, { nodeName: 'Find the user', writes: [{ key: 'username', scope: 'shared' }] }),
      eventOfTest(2, { nodeName: 'Ask', writes: [{ key: 'password', scope: 'transient' }] }),
      eventOfTest(3, { session: 'b1', nodeName: 'Phone', writes: [{ key: 'username', scope: 'shared' }] }),
    ];
    const changes = stateDiff(sessionOfTest({ shared: { ...session.shared, old: 1 } }), session);
    expect(stateRows(session, provenanceKeeper()(session.id, events, 9), changes)).toMatchObject([
      { key: 'username', scope: 'shared', value: 'bjensen', sealed: false, writer: { by: 'Find the user', seq: 1 }, change: null },
      { key: 'password', scope: 'transient', value: null, sealed: true, writer: { by: 'Ask', seq: 2 }, change: { kind: 'added' } },
      { key: 'realm', scope: 'shared', value: '/alpha', sealed: false, writer: null, change: null },
      { key: 'old', scope: 'shared', value: null, change: { kind: 'removed', before: 1 } },
    ]);
  });
});

test('collected attributes are shown with the secret ones named as sealed', () => {
  const objectAttributes = { mail: 'b@example.com', password: { $sealed: '', empty: false } };
  const session = sessionOfTest({ shared: {}, secure: { objectAttributes, pin: { $sealed: '', empty: false } } });
  const [row] = stateRows(session, provenanceKeeper()(session.id, [], 0), new Map());
  expect(row).toMatchObject({ key: 'objectAttributes', scope: 'secure', sealed: false });
  expect(JSON.parse(fullValue(row?.value ?? null))).toEqual({ mail: 'b@example.com', password: 'sealed' });
});

describe('transaction', () => {
  const marks = (values: Parameters<typeof transactionOfTest>[0]) => stagesOf(transactionOfTest(values)).map((stage) => stage.mark);
  test('goes through its three stages', () => {
    expect(marks({})).toEqual(['now', 'ahead', 'ahead']);
    expect(marks({ state: 'IN_PROGRESS' })).toEqual(['done', 'now', 'ahead']);
    expect(marks({ state: 'COMPLETED', result: 'APPROVED' })).toEqual(['done', 'done', 'done']);
    expect(marks({ state: 'COMPLETED', result: 'DENIED' })).toEqual(['done', 'done', 'refused']);
  });
  test('one that was never opened expires from Created', () => expect(marks({ expired: true })).toEqual(['done', 'ahead', 'gone']));
});

describe('time axis', () => {
  const axis = axisOf({
    times: eventTimesReader()([
      eventOfTest(2, { kind: 'answered' }),
      eventOfTest(6, { kind: 'transaction-started', session: 'b1', transaction: 't1' }),
    ]),
    startedAt: T0,
    now: T0 + 7000,
    main: sessionOfTest({ status: waiting }),
    backchannels: [phone],
    transactions: [transactionOfTest({ state: 'IN_PROGRESS' })],
  });
  test('reaches past the deadline of an open transaction', () => expect(axis.to).toBeGreaterThan(T0 + 121_000));
  test('knows polls, the one that is due and when the link was opened', () => {
    expect(axis.main).toMatchObject({ polls: [T0 + 2000], due: T0 + 8000 });
    expect(axis.transactions[0]).toMatchObject({ started: T0 + 6000, result: 'open' });
  });
  test('draws marks that fall onto each other once', () => expect(marksOf({ from: 0, to: 100_000 }, [0, 10, 20, 50_000])).toEqual([0, 50]));
  test('places times in per cent and ticks at round seconds', () => {
    expect(percent({ from: 0, to: 200 }, 50)).toBe(25);
    expect(ticksOf({ from: 0, to: 10_500 })).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
  });
});

describe('which journeys are shown', () => {
  const summary = (id: string, starts: string[] = [], more = {}) => ({
    id,
    enabled: true,
    innerTreeOnly: false,
    transactionalOnly: false,
    tags: [],
    nodeCount: 1,
    starts,
    innerCount: 0,
    enters: [],
    startedBy: [],
    nodeTypes: [],
    version: 1,
    modifiedAt: '',
    ...more,
  });
  const journeys = [summary('Login'), summary('Main', ['Phone']), summary('Phone', [], { transactionalOnly: true, startedBy: ['Main'] })];
  test('without a wish, one that starts a backchannel journey', () =>
    expect(mainJourneyOf({ choice: null, asked: null, run: null, journeys })).toBe('Main'));
  test('a transactional journey is run through the one that starts it', () =>
    expect(mainJourneyOf({ choice: null, asked: 'Phone', run: null, journeys })).toBe('Main'));
  test('the backchannel journey is known before there is a transaction', () =>
    expect(backchannelOf({ transaction: null, session: null, mainJourney: 'Main', journeys })).toBe('Phone'));
});

test('a journey is alone when neither it nor a journey inside of it starts one on the backchannel', () => {
  const summary = (id: string, starts: string[], enters: string[]): JourneySummary => ({
    id,
    enabled: true,
    innerTreeOnly: false,
    transactionalOnly: false,
    tags: [],
    nodeCount: 1,
    innerCount: 0,
    starts,
    enters,
    startedBy: [],
    nodeTypes: [],
    version: 1,
    modifiedAt: '',
  });
  const journeys = [
    summary('Login', [], ['Profile']),
    summary('Profile', [], ['Login']),
    summary('Outer', [], ['Desk']),
    summary('Desk', ['Phone'], []),
  ];
  const alone = (mainJourney: string) => isAlone({ run: null, mainJourney, backchannelJourney: null, journeys });
  expect([alone('Login'), alone('Outer'), alone('Desk')]).toEqual([true, false, false]);
});
