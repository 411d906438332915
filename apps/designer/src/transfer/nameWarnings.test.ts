import type { ImportItemView } from '@tandem/api';
import { expect, test } from 'vitest';
import { nameWarnings } from './nameWarnings.ts';

const item = (kind: string, id: string, status = 'new') => ({ kind, id, status }) as ImportItemView;

test('journeys whose names New journey would refuse are worth a look', () => {
  const found = nameWarnings([item('journeys', 'Login'), item('journeys', 'x/y%'), item('journeys', '..')]);
  expect(found.map(({ journey }) => journey)).toEqual(['x/y%', '..']);
  expect(found[0]?.expected).toContain('without');
});
test('what the realm has like that already, and names of other things, are not', () => {
  expect(nameWarnings([item('journeys', 'x/y%', 'same'), item('scripts', 'a/b')])).toEqual([]);
});
