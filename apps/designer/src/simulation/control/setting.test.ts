import { expect, test } from 'vitest';
import { stateOfTest } from '../fixtures/state.ts';
import { createLiveStore } from '../live/store.ts';
import { Setting } from './setting.ts';

const view = (faults: { kind: 'identity-store' }[]) => {
  const state = { ...stateOfTest([]), faults };
  return { initial: state, state, seq: 0, events: [] };
};

function setting() {
  const live = createLiveStore('s');
  live.setState({ view: view([]) });
  const sent: { value: unknown; answer(error?: Error): void }[] = [];
  const store = new Setting<readonly unknown[]>(
    live,
    (state) => state.faults ?? [],
    (value) => new Promise((resolve, reject) => sent.push({ value, answer: (error) => (error ? reject(error) : resolve()) })),
  );
  return { live, sent, store };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('a change counts before the server has answered, and they are sent one after the other', async () => {
  const { store, sent } = setting();
  const first = store.put([...(store.value() ?? []), 1]);
  const second = store.put([...(store.value() ?? []), 2]);
  await turn();
  expect(sent.map(({ value }) => value)).toEqual([[1]]);
  sent[0]?.answer();
  await first;
  await turn();
  sent[1]?.answer();
  await second;
  expect(sent.map(({ value }) => value)).toEqual([[1], [1, 2]]);
});

test('one that was refused counts no more', async () => {
  const { store, sent } = setting();
  const put = store.put([1]);
  await turn();
  sent[0]?.answer(new Error('no'));
  await expect(put).rejects.toThrow('no');
  expect(store.value()).toEqual([]);
});

test('what another screen sets later counts', async () => {
  const { store, sent, live } = setting();
  const put = store.put([1]);
  await turn();
  sent[0]?.answer();
  await put;
  live.setState({ view: view([{ kind: 'identity-store' }]) });
  expect(store.value()).toEqual([{ kind: 'identity-store' }]);
});
