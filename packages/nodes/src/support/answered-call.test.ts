import { expect, test } from 'vitest';
import { answeredCall } from './answered-call.ts';

test.each([
  ['httpClient: POST https://api.example.com/x?a=1 was answered by a stub: 201', { method: 'POST', url: 'https://api.example.com/x?a=1' }],
  ['openidm: GET https://host/openidm/endpoint/a was answered by a fault: 500', { method: 'GET', url: 'https://host/openidm/endpoint/a' }],
  ['httpClient: no stub for GET https://api.example.com/x - nothing in a simulation reaches the network', null],
  ['The call was answered by a stub: 200', null],
])('%s', (message, call) => expect(answeredCall(message)).toEqual(call));
