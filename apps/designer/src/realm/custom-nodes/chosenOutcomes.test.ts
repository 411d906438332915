import { expect, test } from 'vitest';
import { unknownOutcomes } from './chosenOutcomes.ts';

const script = 'if (risk > 5) {\n  action.goTo("High");\n} else action.goTo("Low");\naction.goTo("High");';

test('an outcome that was removed and is still chosen is named once, with its line', () => {
  expect(unknownOutcomes({ script, outcomes: ['Low'] })).toEqual([{ name: 'High', line: 2 }]);
});
test('those that the type has are right, and so is what only a run knows', () => {
  expect(unknownOutcomes({ script, outcomes: ['Low', 'High'] })).toEqual([]);
  expect(unknownOutcomes({ script: 'action.goTo(properties.next);', outcomes: [] })).toEqual([]);
});
test('nothing is said of what is no JavaScript: that is told elsewhere', () => {
  expect(unknownOutcomes({ script: 'action.goTo("High"', outcomes: [] })).toEqual([]);
});
