import type { ImportItemView } from '@tandem/api';
import { describe, expect, it } from 'vitest';
import { decisionsOf, nameBeside, outlookOf, renameProblem, takenNames } from './decisions.ts';

const item = (kind: string, id: string, name?: string): ImportItemView => ({
  kind,
  id,
  ...(name === undefined ? {} : { name }),
  status: 'differs',
  journeys: [],
  canRename: true,
});
const items = [item('journeys', 'Login'), item('scripts', 's1', 'Decide')];
const resources = { journeys: ['Login', 'Login 2'], scripts: [{ id: 's2', name: 'Other' }], emailTemplates: [], nodeTypes: [], identities: [] };

describe('choices of an import', () => {
  it('are told to the server but for replacing, which it does anyway', () => {
    const choices = new Map([
      ['journeys Login', { do: 'rename', as: ' Login 3 ' }],
      ['scripts s1', { do: 'keep', as: '' }],
    ] as const);
    expect(decisionsOf(items, choices)).toEqual([
      { kind: 'journeys', id: 'Login', do: 'rename', as: 'Login 3' },
      { kind: 'scripts', id: 's1', do: 'keep' },
    ]);
    expect(decisionsOf(items, new Map([['journeys Login', { do: 'replace', as: 'x' }]]))).toEqual([]);
  });

  it('are those of the realm and of the files', () => {
    expect([...takenNames('journeys', items, resources)]).toEqual(['Login', 'Login 2']);
    expect([...takenNames('scripts', items, resources)]).toEqual(['Decide', 'Other']);
  });

  it('offer a name like the one that others refer to: the id of a template, not its title', () => {
    expect(nameBeside(item('emailTemplates', 'welcome', 'Welcome'), new Set(['welcome']))).toBe('welcome2');
    expect(nameBeside(item('scripts', 's1', 'Decide'), takenNames('scripts', items, resources))).toBe('Decide 2');
  });

  it('are announced before the list is read', () => {
    expect(outlookOf(items)).toBe('2 of what they bring are otherwise in the realm: decide below.');
    expect(outlookOf(items.map((one) => ({ ...one, status: 'same' })))).toBe('The realm has all of it already.');
    expect(outlookOf(items.map((one) => ({ ...one, status: 'new' })))).toBe('');
  });

  it('say why a name cannot be used', () => {
    const taken = takenNames('journeys', items, resources);
    expect(['', 'Login', 'a/b', '..', 'Free'].map((name) => renameProblem(name, taken) !== null)).toEqual([true, true, true, true, false]);
  });
});
