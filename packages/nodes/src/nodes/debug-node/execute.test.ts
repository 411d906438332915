import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, outputs, sealed, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const state = {
  shared: { username: 'bjensen', list: [1, { a: null }], key: 'shared' },
  transient: { password: sealed('Secret12!'), key: 'transient' },
  secure: { objectAttributes: { password: sealed('x') }, key: 'secure' },
};
const scripts = (config = {}) => sent(visit('DebugNode', { ...state, config }).action).map((callback) => outputs(callback));

test('logs the state, shows it and goes on', () => {
  const log = '{"username":"bjensen","list":[1,{"a":null}],"key":"********","objectAttributes":"********","password":"********"}';
  const lines = trace('DebugNode', { ...state, config: { popupEnabled: false } }, [{}]);
  expect(lines[0]).toBe(`log debug DebugNode: ${log}`);
  expect(lines[1]).toMatch(/^ask TextOutputCallback .*"messageType":"4"/);
  expect(lines.slice(2)).toEqual([
    'ask TextOutputCallback {"message":"window.frDebugNode.moveToNextNode();","messageType":"4"}',
    'ask TextOutputCallback {"message":"Debug Step","messageType":"0"}',
    'answer TextOutputCallback []',
    'answer TextOutputCallback []',
    'answer TextOutputCallback []',
    'go outcome',
  ]);
});

test('secrets are masked wherever they lie', () => {
  expect(JSON.stringify(visit('DebugNode', state))).not.toContain('DebugNode: {"password":{');
  const { action, recorded } = visit('DebugNode', state);
  expect(JSON.stringify([action, recorded.logs])).not.toMatch(/Secret12!|sealed/);
});

test('what is transient or secure is shown, and masked in the log: a one-time password is plain text', () => {
  const { action, recorded } = visit('DebugNode', {
    shared: { username: 'bjensen', hint: sealed('x') },
    transient: { oneTimePassword: '12345678' },
    secure: { answers: ['Rex'] },
  });
  const shown = '{"username":"bjensen","hint":"********","answers":["Rex"],"oneTimePassword":"12345678"}';
  expect(outputs(sent(action)[1]).message).toContain(`appendLog(${JSON.stringify(shown)})`);
  expect(recorded.logs).toEqual([
    { level: 'debug', message: 'DebugNode: {"username":"bjensen","hint":"********","answers":"********","oneTimePassword":"********"}' },
  ]);
});

test('with the pop-up the second script names realm and state', () => {
  const message = String(scripts()[1]?.message);
  expect(message).toMatch(/^window\.frDebugNode\.createPopup\(\);.*setRealm\("\/alpha"\);.*appendLog\(".*bjensen.*moveToNextNode\(\);$/);
});

test('the scripts are JavaScript, whatever the state holds', () => {
  const shared = { quote: `it's "quoted" \\ \u2028 </script>` };
  for (const { message, messageType } of sent(visit('DebugNode', { shared }).action).map((callback) => outputs(callback))) {
    if (messageType === '4') expect(() => new Function(String(message))).not.toThrow();
  }
});

test('the same answer given again goes on again', () => {
  const answers = echo(visit('DebugNode', state).action);
  expect(visit('DebugNode', { ...state, answers }).action).toEqual(goTo('outcome'));
  expect(visit('DebugNode', { ...state, answers: answers.toReversed() }).action).toEqual(goTo('outcome'));
});
