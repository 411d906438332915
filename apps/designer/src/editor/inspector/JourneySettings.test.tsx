import type { RealmResources } from '@tandem/api';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { JourneySettings } from './JourneySettings.tsx';

const resources: RealmResources = { journeys: ['Loop'], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  ['0', 'A whole number from 1 (min), or empty.'],
  ['2147483648', 'A whole number from 1 to 2147483647 (min), or empty.'],
  ['2147483647', null],
  ['', null],
])('a journey timeout of "%s" minutes: %s', (text, error) => {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  render(
    <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
      <JourneySettings />
    </EditorContext>,
  );
  fireEvent.change(screen.getByLabelText('Journey timeout'), { target: { value: '5' } });
  fireEvent.change(screen.getByLabelText('Journey timeout'), { target: { value: text } });
  expect(screen.queryByText(/^A whole number/)?.textContent ?? null).toBe(error);
});

const PATIENCE = { timeout: 10_000 };

/** The settings of a journey, with what the server knows to use it, once Enabled was switched off. */
function switchedOff(uses: readonly object[]) {
  vi.stubGlobal('fetch', async () => Response.json({ uses }));
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  render(
    <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
      <JourneySettings />
    </EditorContext>,
  );
  fireEvent.click(screen.getByRole('switch', { name: 'Enabled' }));
  return () => store.getState().document.tree.enabled;
}

test('a journey that others start is disabled only after a question that names them', async () => {
  const use = { kind: 'starts', target: 'Loop', journey: 'HelpDesk', node: 'n', displayName: 'Start verification' };
  const enabled = switchedOff([use]);
  const question = await screen.findByRole('alertdialog', undefined, PATIENCE);
  expect([question.textContent?.includes('HelpDesk'), enabled()]).toEqual([true, undefined]);
  fireEvent.click(within(question).getByRole('button', { name: 'Keep it enabled' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull(), PATIENCE);
  expect(enabled()).toBeUndefined();
  fireEvent.click(screen.getByRole('switch', { name: 'Enabled' }));
  fireEvent.click(within(await screen.findByRole('alertdialog', undefined, PATIENCE)).getByRole('button', { name: 'Disable journey' }));
  await waitFor(() => expect(enabled()).toBe(false), PATIENCE);
});

test('a journey that nothing else uses is disabled at once', async () => {
  const enabled = switchedOff([]);
  await waitFor(() => expect(enabled()).toBe(false), PATIENCE);
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
