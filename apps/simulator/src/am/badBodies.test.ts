import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Step, startSimulator, type TestRun, type TestSimulator } from '../testing/simulator.ts';

/**
 * Whatever a client makes of a step before it sends it back: AM's failure body (facts 3.5) or a clear refusal, and the session is none the worse, the
 * right answer still counts.
 */

type Body = Record<string, unknown>;
interface Input {
  name?: unknown;
  value?: unknown;
}
/** Steps that others hold, or held. */
interface Ids {
  stale: string;
  other: string;
}
type Change = (body: Body, ids: Ids) => unknown;

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, 7, -1e300, '', 'x', [], [[]], {}, { a: [null] }, { $sealed: 'x', empty: false }, ['IDToken1']),
  fc.string({ maxLength: 40 }),
  fc.anything({ maxDepth: 2, withNullPrototype: false }).map((value) => jsonOf(value)),
);
const jsonOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)) ?? 'null');
const callbacksOf = (body: Body): Body[] => structuredClone(body.callbacks) as Body[];

/** Changes the first input of the callback with that number. */
const withInput =
  (index: number, change: (input: Input) => unknown): Change =>
  (body) => {
    const callbacks = callbacksOf(body);
    const target = callbacks[index % callbacks.length] as Body;
    target.input = ((target.input ?? []) as Input[]).map((input, at) => (at === 0 ? change(input) : input));
    return { ...body, callbacks };
  };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(3), junk).map(([index, value]) => withInput(index, (input) => ({ ...input, value: typeof value === 'string' ? [value] : value }))),
  fc.tuple(fc.nat(3), junk).map(([index, name]) => withInput(index, (input) => ({ ...input, name: [name] }))),
  fc.tuple(fc.nat(3), junk).map(([index, input]) => withInput(index, () => input)),
  fc.tuple(fc.constantFrom('callbacks', 'authId'), junk).map(
    ([key, value]): Change =>
      (body) => ({ ...body, [key]: value }),
  ),
  fc.tuple(fc.nat(3), fc.constantFrom('type', 'input'), junk).map(
    ([index, key, value]): Change =>
      (body) => {
        const callbacks = callbacksOf(body);
        const target = callbacks[index % callbacks.length] as Body;
        target[key] = value === target[key] ? [value] : value;
        return { ...body, callbacks };
      },
  ),
  fc.tuple(fc.nat(3), junk).map(
    ([index, value]): Change =>
      (body) => ({ ...body, callbacks: callbacksOf(body).with(index % callbacksOf(body).length, value as Body) }),
  ),
  fc.nat(3).map(
    (index): Change =>
      (body) => ({ ...body, callbacks: [...callbacksOf(body), callbacksOf(body)[index % callbacksOf(body).length]] }),
  ),
  fc.constant<Change>((body) => ({ ...body, callbacks: callbacksOf(body).toReversed() })),
  fc.constantFrom('stale', 'other').map(
    (whose): Change =>
      (body, ids) => ({ ...body, authId: ids[whose as keyof Ids] }),
  ),
  // A signed token with one character changed, or without its signature.
  fc.nat().map(
    (at): Change =>
      (body) => ({ ...body, authId: forged(String(body.authId), at) }),
  ),
  fc.constant<Change>((body) => ({ ...body, authId: String(body.authId).split('.').slice(0, 2).join('.') })),
  fc.constantFrom(1, 2).map((megabytes): Change => withInput(2, (input) => ({ ...input, value: 'x'.repeat(megabytes << 20) }))),
  junk.map(
    (value): Change =>
      () =>
        typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : value,
  ),
);

function forged(authId: string, at: number): string {
  // The last character of base64url may hold bits that do not count.
  const index = at % (authId.length - 1);
  return `${authId.slice(0, index)}${authId[index] === 'A' ? 'B' : 'A'}${authId.slice(index + 1)}`;
}

/** Asks for a name and a password on one page, then lets the user in. */
async function page(simulator: TestSimulator): Promise<TestRun> {
  const end = { success: '70e691a5-1e33-4ac3-a356-e7b6d60d92e0', failure: 'e301438c-0bd0-429c-ab0c-66126501069a' };
  const id = (n: number): string => `0000000${n}-2222-4333-8444-000000000000`;
  const node = (n: number, type: string, config: Body = {}) => ({ _id: id(n), _type: { _id: type, name: type, collection: true }, ...config });
  const children = ['UsernameCollectorNode', 'PasswordCollectorNode'];
  const nodes = children.map((nodeType, index) => ({ _id: id(index + 3), nodeType, displayName: nodeType }));
  await simulator.import({
    tree: {
      _id: 'Doors',
      entryNodeId: id(1),
      nodes: {
        [id(1)]: { displayName: 'Page', nodeType: 'PageNode', connections: { outcome: id(2) } },
        [id(2)]: { displayName: 'Check', nodeType: 'DataStoreDecisionNode', connections: { true: end.success, false: end.failure } },
      },
    },
    nodes: { [id(1)]: node(1, 'PageNode', { nodes }), [id(2)]: node(2, 'DataStoreDecisionNode') },
    innerNodes: Object.fromEntries(children.map((type, index) => [id(index + 3), node(index + 3, type)])),
    scripts: {},
  } as never);
  return simulator.create();
}

it('a body that is no answer to the step is refused in AM’s form or asked for again, and the right answer still counts', {
  timeout: 120_000,
}, async () => {
  const simulator = await startSimulator();
  const run = await page(simulator);
  const other = await run.start('Doors');
  const shown = await run.start('Doors');
  let stale = shown;
  const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
    let step = await run.start('Doors');
    for (const one of changes) {
      const body = one(step.body, { stale: String(stale.body.authId), other: String(other.body.authId) });
      if (JSON.stringify(body) === JSON.stringify(step.body)) continue;
      const answer = await run.send(body);
      // Whoever holds another's authId answers that one's step: this session is what must not change.
      if ((body as Body | null)?.authId === other.body.authId) continue;
      if (answer.status !== 200) expectRefusal(answer);
      else {
        // Inputs left out are inputs left empty: the page is shown again, and goes on from there.
        expect(typesOf(answer)).toEqual(typesOf(step));
        step = answer;
      }
    }
    const done = await run.answer(step, 'bjensen', 'Secret12!');
    expect([done.status, typeof done.body.tokenId]).toEqual([200, 'string']);
    stale = step;
  });
  await run.answer(shown, 'bjensen', 'Secret12!');
  await fc.assert(property, { numRuns: 50 });
});

const typesOf = ({ body }: Step): string[] | undefined => body.callbacks?.map(({ type }) => type);

function expectRefusal({ status, body }: Step): void {
  expect([400, 401, 413]).toContain(status);
  expect(body).toMatchObject({ code: status, reason: expect.any(String), message: expect.stringMatching(/\w+ \w+/) });
}
