import { expect, test } from 'vitest';
import { type FaultDraft, faultOf } from './faultDraft.ts';

const blank: FaultDraft = { kind: 'script', script: null, message: '', url: '', status: '500', role: 'backchannel', skew: '' };

test.each<[Partial<FaultDraft>, object]>([
  [{ script: 's' }, { kind: 'script', script: 's' }],
  [
    { script: 's', message: ' out of order ' },
    { kind: 'script', script: 's', message: 'out of order' },
  ],
  [
    { kind: 'http', url: ' https://x/* ' },
    { kind: 'http', url: 'https://x/*', status: 500 },
  ],
  [
    { kind: 'http', url: '*', status: '404' },
    { kind: 'http', url: '*', status: 404 },
  ],
  [
    { kind: 'clock-skew', skew: '90 s' },
    { kind: 'clock-skew', role: 'backchannel', ms: 90_000 },
  ],
  [
    { kind: 'clock-skew', role: 'main', skew: '-5 min' },
    { kind: 'clock-skew', role: 'main', ms: -300_000 },
  ],
])('%j', (draft, fault) => expect(faultOf({ ...blank, ...draft })).toEqual({ fault }));

test.each<[Partial<FaultDraft>, string[]]>([
  [{}, ['script']],
  [{ kind: 'http', url: '/users', status: '99' }, ['url', 'status']],
  [{ kind: 'http', url: 'https://x', status: 'x' }, ['status']],
  [{ kind: 'clock-skew', skew: 'a lot' }, ['skew']],
  [{ kind: 'clock-skew', skew: '0' }, ['skew']],
])('%j lacks %j', (draft, fields) => {
  const made = faultOf({ ...blank, ...draft });
  expect('missing' in made ? Object.keys(made.missing) : null).toEqual(fields);
});
