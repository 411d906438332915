import { describe, expect, it } from 'vitest';
import { secureBytes } from './random.ts';

describe('secure bytes', () => {
  it('are as many as asked for, and never the same ones again', () => {
    const drawn = Array.from({ length: 2000 }, () => secureBytes(12));
    expect(drawn.every((bytes) => bytes.length === 12)).toBe(true);
    expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(2000);
    expect(secureBytes(10_000)).toHaveLength(10_000);
  });

  it('stay what they are when more are drawn', () => {
    const bytes = secureBytes(32);
    const text = bytes.toString('hex');
    for (let n = 0; n < 1000; n++) secureBytes(32);
    expect(bytes.toString('hex')).toBe(text);
  });
});
