import type { RealmResources } from '@tandem/api';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { EditorContext } from '../EditorContext.ts';
import { createEditorStore } from '../store/editorStore.ts';
import { Outline } from './Outline.tsx';

afterEach(cleanup);

const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };

test('a node says in its row how many problems it has', () => {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  render(
    <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
      <Outline problems={new Map([['init', 2]])} openSettings={() => undefined} />
    </EditorContext>,
  );
  expect(screen.getByRole('row', { name: /^Start other, .*2 problems$/ }).querySelector('.badge')?.textContent).toBe('2');
  expect(screen.getByRole('row', { name: /^Look, / }).querySelector('.badge')).toBeNull();
});
