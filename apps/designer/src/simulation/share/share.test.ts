import { describe, expect, test } from 'vitest';
import { beginningOf, exportOf } from './formats.ts';
import { filePath, isOwnMachine, linkTo } from './paths.ts';

describe('what is shared', () => {
  test('a link leads to the simulation, or to one moment of it', () => {
    expect(linkTo('https://tandem.example', 'a b', null)).toBe('https://tandem.example/simulations/a%20b');
    expect(linkTo('https://tandem.example', 's', 34)).toBe('https://tandem.example/simulations/s?moment=34');
  });
  test.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['tandem.example.com', false],
    ['127.example.com', false],
  ])('%s works on this machine alone: %s', (hostname, own) => expect(isOwnMachine(hostname)).toBe(own));
  test('an export is of all runs, or of one', () => {
    expect(exportOf('s', 'har', '')).toBe('/api/simulations/s/export?format=har');
    expect(exportOf('s', 'aic', 'r 1')).toBe('/api/simulations/s/export?format=aic&run=r+1');
  });
  test('a file has its secrets only when they are asked for', () => {
    expect(filePath('s', false)).toBe('/api/simulations/s/file');
    expect(filePath('s', true)).toBe('/api/simulations/s/file?secrets=true');
  });
  test('of a long text the beginning is shown, and how much is not', () => {
    expect(beginningOf('a\nb\n')).toEqual({ text: 'a\nb', left: 0 });
    const { text, left } = beginningOf('x\n'.repeat(1000));
    expect(text.split('\n')).toHaveLength(300);
    expect(left).toBe(700);
    expect(beginningOf('y'.repeat(5000)).text).toHaveLength(2002);
  });
});
