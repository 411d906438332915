import type { CustomNodeType } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { apply, type History, noHistory, undo } from '../../editor/store/history.ts';
import { categoryOf, ownTags, tagsWith } from './categories.ts';
import {
  addOutcome,
  copyOf,
  draftFrom,
  draftOf,
  freshType,
  moveOutcome,
  moveProperty,
  putProperty,
  rebased,
  removeOutcome,
  removeProperty,
  renamedIn,
  renameOutcome,
  type TypeCommand,
  type TypeDraft,
} from './draft.ts';

const type: CustomNodeType = {
  ...freshType(),
  displayName: 'Score',
  outcomes: ['Low', 'High'],
  properties: { key: { title: 'Key', type: 'STRING' }, limit: { title: 'Limit', type: 'NUMBER' } },
};
const changed = (...commands: TypeCommand[]) => commands.reduce((draft, command) => command.apply(draft), draftOf(type));

describe('what was called otherwise', () => {
  test('is known however often it is renamed, and whatever stands there on the way', () => {
    // Typed letter by letter, it is for a moment called as another one.
    const draft = changed(renameOutcome(1, 'Lo'), renameOutcome(1, 'Low'), renameOutcome(1, 'Lower'));
    expect(draft.type.outcomes).toEqual(['Low', 'Lower']);
    expect(renamedIn(draft)).toEqual({ outcomes: { Lower: 'High' }, properties: {} });
  });

  test('follows moves; what is new has no old name', () => {
    const draft = changed(renameOutcome(0, 'Few'), moveOutcome(0, 1), addOutcome('Low'), moveProperty('limit', -1));
    expect(draft.type.outcomes).toEqual(['High', 'Few', 'Low']);
    expect(renamedIn(draft).outcomes).toEqual({ Few: 'Low' });
    expect(Object.keys(draft.type.properties ?? {})).toEqual(['limit', 'key']);
  });

  test('of properties is known, too, until they are removed', () => {
    const draft = changed(
      putProperty('limit', 'most', { title: 'Most', type: 'NUMBER' }),
      putProperty(null, 'limit', { title: 'New', type: 'STRING' }),
    );
    expect(renamedIn(draft).properties).toEqual({ most: 'limit' });
    expect(renamedIn(removeProperty('most').apply(draft)).properties).toEqual({});
  });

  test('comes back from what the browser keeps', () => {
    const draft = changed(
      renameOutcome(0, 'Few'),
      addOutcome('Low'),
      removeOutcome(1),
      putProperty('key', 'name', { title: 'Name', type: 'STRING' }),
      putProperty(null, 'more', { title: 'More', type: 'STRING' }),
    );
    expect(draftFrom(draft.type, renamedIn(draft), type)).toEqual(draft);
  });

  test('counts from the saved names after a save, so that undoing a renaming renames back', () => {
    const before = draftOf(type);
    const done = apply<TypeDraft>(before, noHistory as History<TypeDraft>, renameOutcome(0, 'Few'));
    const undone = undo(done.history)?.step.before ?? expect.fail('nothing to undo');
    expect(renamedIn(rebased(undone, done.document)).outcomes).toEqual({ Low: 'Few' });
    expect(renamedIn(rebased(done.document, done.document)).outcomes).toEqual({});
  });
});

test('a copy has an id of its own in AIC’s shape', () => {
  const copy = copyOf(type, 'Score copy');
  expect(copy).toMatchObject({ displayName: 'Score copy', outcomes: type.outcomes, _id: `${copy.serviceName}-1` });
  expect(copy.serviceName).toMatch(/^[0-9a-f]{32}$/);
  expect(copy.serviceName).not.toBe(type.serviceName);
});

describe('the category', () => {
  test.each([
    [['customNode', 'utilities'], 'utilities', []],
    [['math', 'vector', 'utilities'], 'utilities', ['math', 'vector']],
    [['Utilities', 'utilities'], 'utilities', ['Utilities']],
    [['debug', 'testing'], '', ['debug', 'testing']],
    [undefined, '', []],
  ])('of %j is %j', (tags, category, own) => {
    expect([categoryOf({ tags }), ownTags({ tags })]).toEqual([category, own]);
  });

  test('is changed without the tags, and the tags without it', () => {
    expect(tagsWith({ tags: ['customNode', 'math', 'utilities'] }, { category: 'risk' })).toEqual(['customNode', 'math', 'risk']);
    expect(tagsWith({ tags: ['math', 'utilities'] }, { own: ['a', 'b'] })).toEqual(['a', 'b', 'utilities']);
    expect(tagsWith({ tags: ['customNode', 'utilities'] }, { category: '' })).toEqual(['customNode']);
  });
});
