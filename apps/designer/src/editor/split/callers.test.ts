import type { JourneySummary } from '@tandem/api';
import { expect, test } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { callersOf } from './callers.ts';

const summary = (id: string, parts: Partial<JourneySummary> = {}): JourneySummary => ({
  id,
  enabled: true,
  innerTreeOnly: false,
  transactionalOnly: false,
  tags: [],
  nodeCount: 1,
  innerCount: 0,
  starts: [],
  enters: [],
  startedBy: [],
  nodeTypes: [],
  version: 1,
  modifiedAt: '',
  ...parts,
});
const summaries = [summary('Loop', { starts: ['Saved'] }), summary('Parent', { enters: ['Other'] }), summary('Other')];

test('of an open journey the nodes are known, as they are now and not as they were saved', () => {
  expect(callersOf('Other', [], summaries, [loopDocument()])).toEqual([
    { journey: 'Loop', node: 'init', name: 'Start other', how: 'starts' },
    { journey: 'Parent', node: null, name: null, how: 'enters' },
  ]);
  expect(callersOf('Saved', [], summaries, [loopDocument()])).toEqual([]);
});

test('of a journey that is not open only what the realm has of it', () => {
  expect(callersOf('Saved', [], summaries, [])).toEqual([{ journey: 'Loop', node: null, name: null, how: 'starts' }]);
});
