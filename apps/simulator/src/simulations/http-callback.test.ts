import { FAILURE_NODE_ID } from '@tandem/journey';
import { expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

const source = `if (callbacks.isEmpty()) callbacksBuilder.httpCallback("X-Auth-Token", "WWW-Authenticate", "Negotiate", 401);
else { nodeState.putShared("right", callbacks.getHttpCallbacks().get(0) === "Negotiate abcdef"); action.goTo("on"); }`;
const file = {
  tree: {
    _id: 'Kerberos',
    entryNodeId: 'Ask',
    nodes: { Ask: { nodeType: 'ScriptedDecisionNode', displayName: 'Ask', connections: { on: FAILURE_NODE_ID } } },
  },
  nodes: { Ask: { _id: 'Ask', _type: { _id: 'ScriptedDecisionNode' }, script: 'ask', outcomes: ['on'], inputs: ['*'], outputs: ['*'] } },
  scripts: {
    ask: { _id: 'ask', name: 'Ask', script: JSON.stringify(source), context: 'AUTHENTICATION_TREE_DECISION_NODE', evaluatorVersion: '2.0' },
  },
};

it('what answers an HttpCallback, typed or as a header, reaches the script and shows nowhere', async () => {
  const simulator = await startSimulator();
  await simulator.import(file as never);
  const run = await simulator.create();
  const everything = async () => {
    const { body } = await simulator.call('GET', `/api/simulations/${run.id}/view`);
    return JSON.stringify([body, await run.log()]);
  };
  await run.answer(await run.start('Kerberos'), 'Negotiate abcdef');
  const asked = await run.start('Kerberos');
  const headers = { 'content-type': 'application/json', 'x-auth-token': 'Negotiate abcdef' };
  const url = `${simulator.url}${run.base}/json/realms/root/realms/alpha/authenticate`;
  await fetch(url, { method: 'POST', headers, body: JSON.stringify(asked.body) });
  const told = await everything();
  expect(told.match(/"shared":\{[^}]*"right":true/g)).toHaveLength(2);
  expect(told).not.toContain('abcdef');
});
