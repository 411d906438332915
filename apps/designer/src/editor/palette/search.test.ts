import { paletteEntries } from '@tandem/nodes';
import { describe, expect, test } from 'vitest';
import { icons } from '../../components/icons.ts';
import { groupPalette, searchPalette } from './search.ts';

const entries = paletteEntries();

describe('palette', () => {
  test('finds nodes by the words people use for them', () => {
    expect(searchPalette(entries, 'wait')[0]?.type).toBe('PollingWaitNode');
    expect(searchPalette(entries, 'MFA').length).toBeGreaterThan(5);
    expect(searchPalette(entries, 'help desk').map((entry) => entry.type)).toContain('BackChannelInitNode');
    expect(searchPalette(entries, 'no such node')).toEqual([]);
  });

  test('groups hold every type once, the executed ones first', () => {
    const groups = groupPalette(entries);
    expect(groups.flatMap((group) => group.entries)).toHaveLength(entries.length);
    for (const group of groups)
      expect(group.entries.map((entry) => entry.executed)).toEqual(
        [...group.entries.map((entry) => entry.executed)].sort((a, b) => Number(b) - Number(a)),
      );
  });

  test('every icon that a definition names is in the bundle', () => {
    expect([...new Set(entries.map((entry) => entry.icon))].filter((icon) => icons[icon] === undefined)).toEqual([]);
  });
});
