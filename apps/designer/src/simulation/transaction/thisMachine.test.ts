import { expect, test } from 'vitest';
import { isThisMachine } from './thisMachine.ts';

test.each([
  ['http://127.0.0.1:8080/am/XUI/?realm=/alpha', true],
  ['http://localhost:8080/', true],
  ['http://tandem.localhost/', true],
  ['http://[::1]:8080/', true],
  ['https://tandem.example.com/sim/1/am', false],
  ['http://192.168.0.7:8080/', false],
  ['http://127.example.com/', false],
  ['no link', false],
])('%s: %s', (link, expected) => expect(isThisMachine(link)).toBe(expected));
