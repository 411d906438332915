import { describe, expect, it } from 'vitest';
import { RandomStream } from './random.ts';

describe('random stream', () => {
  it('is the ChaCha20 key stream (RFC 8439 A.1, test vector 1: zero key, zero nonce, counter 0)', () => {
    expect(new RandomStream('0'.repeat(64)).hex(32)).toBe('76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7');
  });
  it('goes on into the next block (test vector 2: counter 1)', () => {
    const stream = new RandomStream('0'.repeat(64));
    stream.bytes(64);
    expect(stream.hex(16)).toBe('9f07e7be5551387a98ba977c732d080d');
  });
  it('takes every digit of its key, in either case (stream made with openssl)', () => {
    const key = '0009121b242d363f4049525b646d767f8089929ba4adb6bfc0c9d2dbe4edf6ff';
    for (const hex of [key, key.toUpperCase()]) expect(new RandomStream(hex).hex(16)).toBe('709292734cf93272077baf9c08f84663');
  });
  it('makes version 4 UUIDs, the same for the same bytes', () => {
    const first = new RandomStream('ab'.repeat(32)).uuid();
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new RandomStream('ab'.repeat(32)).uuid()).toBe(first);
    expect(new RandomStream('ac'.repeat(32)).uuid()).not.toBe(first);
  });
  it('refuses anything but 32 bytes', () => {
    expect(() => new RandomStream('ab')).toThrow('64 hex digits');
    expect(() => new RandomStream('xy'.repeat(32)).uuid()).toThrow('64 hex digits');
  });
});
