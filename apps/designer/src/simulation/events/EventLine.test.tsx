import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { lineOf } from '../derive/timeline.ts';
import { eventOfTest } from '../fixtures/state.ts';
import { SimulationContext } from '../hooks.ts';
import { createSimulationSession } from '../session.ts';
import { EventLine } from './EventLine.tsx';

afterEach(cleanup);

const words = (message: string, nodeType = 'KbaCreateNode') => {
  const event = eventOfTest(1, { kind: 'log', level: 'error', nodeType, message });
  render(
    <SimulationContext value={createSimulationSession('1')}>
      <EventLine line={lineOf(event, {})} />
    </SimulationContext>,
  );
  return document.body.textContent ?? '';
};

test('what the realm lacks is said once where the log says it', () => {
  const text = words('KBA configuration not found: the realm has no security questions.');
  expect(text.match(/the realm has no security questions/gi)).toHaveLength(1);
  expect(text).toContain('Add it to the realm, then Simulate the realm as it is now');
});

test('and told where the log has it in other words', () => {
  expect(words('Error: httpClient: no stub for GET https://x.example/a - nothing', 'ScriptedDecisionNode')).toContain(
    'The realm has no HTTP stub for GET https://x.example/a.',
  );
});

test('beside a call that a stub answered another answer is offered', () => {
  const text = words('httpClient: GET https://x.example/a was answered by a stub: 200', 'ScriptedDecisionNode');
  expect(text).toContain('was answered by a stub: 200 Answer this call with …');
  expect(text).not.toContain('script log');
});

test('it is the node that wrote, and not its outcome', () => {
  const event = eventOfTest(1, {
    kind: 'visited',
    nodeName: 'Risk Gate',
    outcomeName: 'High',
    message: 'Risk Gate chose High, which leads to Failure',
    writes: [{ key: 'risk', scope: 'shared' }],
  });
  render(
    <SimulationContext value={createSimulationSession('1')}>
      <EventLine line={lineOf(event, {})} />
    </SimulationContext>,
  );
  expect(document.body.textContent).toContain('Risk Gate wrote risk and chose High, which leads to Failure');
});

test('an edit by hand says its key once', () => {
  const message = '"risk" in shared state was removed by hand';
  const event = eventOfTest(1, { kind: 'state-edited', message, writes: [{ key: 'risk', scope: 'shared' }] });
  render(
    <SimulationContext value={createSimulationSession('1')}>
      <EventLine line={lineOf(event, {})} />
    </SimulationContext>,
  );
  expect(document.body.textContent?.match(/risk/g)).toHaveLength(1);
});
