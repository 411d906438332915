import { expect, test } from 'vitest';
import { numbered } from './numbered.ts';

test('of two nodes with one name it is said which; a name that is there once stays', () => {
  const labels = ['Page Node', 'Backchannel Notification', 'Data Store Decision', 'Backchannel Notification'];
  expect(numbered(labels.map((label) => ({ label }))).map(({ label }) => label)).toEqual([
    'Page Node',
    'Backchannel Notification (1 of 2)',
    'Data Store Decision',
    'Backchannel Notification (2 of 2)',
  ]);
});
