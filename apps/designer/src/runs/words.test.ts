import { expect, test } from 'vitest';
import { retentionText } from './words.ts';

test.each([
  [{ days: 0, most: 0 }, 'Every simulation stays until somebody deletes it.'],
  [{ days: 90, most: 0 }, 'A simulation without a name or a pin is deleted 90 days after it was created.'],
  [{ days: 0, most: 500 }, 'A simulation without a name or a pin is deleted once there are more than 500, the oldest first.'],
  [
    { days: 1, most: 10_000 },
    'A simulation without a name or a pin is deleted 1 day after it was created, or once there are more than 10,000, the oldest first.',
  ],
])('what the server keeps is told as it is: %j', (retention, text) => expect(retentionText(retention)).toBe(text));
