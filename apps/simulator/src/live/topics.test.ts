import { describe, expect, it } from 'vitest';
import { formatId, parseId, parseTopics, topicName } from './topics.ts';

describe('topics', () => {
  it.each([
    ['sim:1', ['sim:1']],
    ['sim:1,realm:alpha', ['sim:1', 'realm:alpha']],
    ['realm:my realm, realm:bü', ['realm:my realm', 'realm:bü']],
    ['realm:a%2Cb', ['realm:a,b']],
    ['sim:1,sim:1', ['sim:1']],
    ['realm:100%', ['realm:100%']],
  ])('%s', (list, names) => {
    expect(parseTopics(list)?.map(topicName)).toEqual(names);
  });

  it.each(['', 'sim', 'sim:', ':1', 'sim:1,,', 'sim:1,x'])('"%s" is no list of topics', (list) => {
    expect(parseTopics(list)).toBeUndefined();
  });
});

describe('ids', () => {
  it('of one topic is its seq', () => {
    expect(formatId(new Map([['sim:1', 12]]))).toBe('12');
    expect(parseId('12', [{ kind: 'sim', id: '1' }])).toEqual(new Map([['sim:1', 12]]));
  });

  it('of several names each, and survives names with commas, equals signs and umlauts', () => {
    const cursors = new Map([
      ['sim:1', 12],
      ['realm:a,b=c ü', 3],
    ]);
    const id = formatId(cursors);
    expect(id).toBe('sim:1=12,realm:a%2Cb%3Dc%20%C3%BC=3');
    expect(
      parseId(id, [
        { kind: 'sim', id: '1' },
        { kind: 'realm', id: 'a,b=c ü' },
      ]),
    ).toEqual(cursors);
  });

  it.each(['x', 'sim:1=', '=3', 'sim:1=-2', 'sim:1=1e3', ''])('"%s" says nothing', (id) => {
    expect(
      parseId(id, [
        { kind: 'sim', id: '1' },
        { kind: 'sim', id: '2' },
      ]).size,
    ).toBe(0);
  });
});
