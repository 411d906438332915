import type { SimEvent } from '@tandem/api';
import { describe, expect, test } from 'vitest';
import { eventOfTest } from '../fixtures/state.ts';
import { controlText, faultText } from './words.ts';

describe('events', () => {
  test.each<[Partial<SimEvent>, string]>([
    [{ kind: 'held', message: 'Held before Status', nodeName: 'Status', data: { breakpoint: 'b' } }, 'Held before Status, at a breakpoint'],
    [{ kind: 'held', message: 'Held before Status', data: { breakpoint: 'step' } }, 'Held before Status, after a step'],
    [{ kind: 'held', message: 'A breakpoint was met', nodeName: 'Success' }, 'A breakpoint was met at Success, with nothing left to hold'],
    [{ kind: 'released', message: 'Goes on for one node', nodeName: 'Status' }, 'Goes on for one node: Status'],
    [{ kind: 'control', message: 'x', patch: [[['breakpoints'], [{}, {}]]] }, 'Breakpoints: 2'],
    [{ kind: 'control', message: 'x', patch: [[['breakpoints'], []]] }, 'Breakpoints: none'],
    [{ kind: 'control', message: 'x', patch: [[['faults'], [{ kind: 'identity-store' }]]] }, 'Faults are on: the identity store does not answer'],
    [{ kind: 'control', message: 'Everything works again', patch: [[['faults'], []]] }, 'Everything works again'],
    [{ kind: 'control', message: 'x', patch: [[['stubs'], { a: null }]] }, 'HTTP calls that this simulation answers in its own way: 1'],
  ])('%j', (event, text) => expect(controlText(eventOfTest(1, event))).toBe(text));
});

describe('faults', () => {
  test.each([
    [{ kind: 'script', script: 's1' } as const, 'the script decide throws'],
    [{ kind: 'script', node: 's1' } as const, 'the script of decide throws'],
    [{ kind: 'http', url: 'https://x/*', status: 500 } as const, 'HTTP calls to https://x/* are answered 500'],
    [{ kind: 'clock-skew', role: 'backchannel', ms: 90_000 } as const, 'the clock of the backchannel server is 90 s ahead'],
    [{ kind: 'clock-skew', role: 'main', ms: -1500 } as const, 'the clock of the main server is 1500 ms behind'],
  ])('%j', (fault, text) => expect(faultText(fault, () => 'decide')).toBe(text));
});
