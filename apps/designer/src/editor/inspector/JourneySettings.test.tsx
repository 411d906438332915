import type { RealmResources } from '@tandem/api';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { JourneySettings } from './JourneySettings.tsx';

const resources: RealmResources = { journeys: ['Loop'], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

afterEach(cleanup);

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
