import { expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { answered, bjensen, hostOf } from '../testing/support.ts';

/** The scripts of Ping's Backchannel Initialize, Status and Notification pages, same calls in our words. */
const { run } = testPool();

const COLLECT_USER = `
if (callbacks.isEmpty()) {
  callbacksBuilder.nameCallback("Who should log in?");
} else {
  var typed = callbacks.getNameCallbacks().get(0);
  var found = openidm.query("managed/alpha_user", { "_queryFilter": \`/userName eq '\${typed}'\` }, ["*", "_id"]);
  var id = found.result[0]._id
  var identity = idRepository.getIdentity(id);
  nodeState.putShared("backchannel-user", identity.getName());
  nodeState.putShared("backchannel-data", { "username": typed, "objectAttributes": { "userName": typed, "_id": id } });
  nodeState.putShared("_id", id);
  outcome = "outcome";
}`;

test('Collect User to Login asks for a name first', async () => {
  const result = await run(COLLECT_USER);
  expect(result).toMatchObject({ status: 'ok', writes: [], reads: [] });
  expect(result.outcome).toBeUndefined();
  expect(result.callbacks).toEqual([
    { type: 'NameCallback', output: [{ name: 'prompt', value: 'Who should log in?' }], input: [{ suffix: '', value: '' }] },
  ]);
});

test('Collect User to Login writes the subject and its data', async () => {
  const result = await run(COLLECT_USER, { callbacks: [answered('NameCallback', 'bjensen')] });
  expect(result).toMatchObject({ status: 'ok', outcome: 'outcome', callbacks: [] });
  expect(result.fromAction).toBeUndefined();
  expect(result.writes).toEqual([
    { op: 'put', scope: 'shared', key: 'backchannel-user', value: 'bjensen' },
    {
      op: 'put',
      scope: 'shared',
      key: 'backchannel-data',
      value: { username: 'bjensen', objectAttributes: { userName: 'bjensen', _id: bjensen._id } },
    },
    { op: 'put', scope: 'shared', key: '_id', value: bjensen._id },
  ]);
});

test('Collect User to Login throws for an unknown name, as on AIC', async () => {
  const result = await run(COLLECT_USER, { callbacks: [answered('NameCallback', 'nobody')] });
  expect(result).toMatchObject({ status: 'error', writes: [], error: { line: 7 } });
  expect(result.error?.message).toMatch(/^TypeError: .*undefined/);
});

const REDIRECT_POLL = `
var uri = nodeState.get("backchannel-redirectUri").asString();
config = { "spamDetectionTolerance": 3, "spamDetectionEnabled": true, "exitMessage": {}, "waitingMessage": { "en": uri }, "secondsToWait": 5, "exitable": true };`;
const uri = 'https://am.example/am/XUI/Login?authIndexType=transaction';

test('Display Redirect URL Poll is a legacy script: nodeState gives JsonValues', async () => {
  const result = await run(REDIRECT_POLL, { shared: { 'backchannel-redirectUri': uri } }, { context: 'CONFIG_PROVIDER_NODE', engine: 'legacy' });
  expect(result).toMatchObject({ status: 'ok', reads: ['backchannel-redirectUri'] });
  expect(result.config).toEqual({
    spamDetectionTolerance: 3,
    spamDetectionEnabled: true,
    exitMessage: {},
    waitingMessage: { en: uri },
    secondsToWait: 5,
    exitable: true,
  });
});

test('Display Redirect URL Poll as a next-generation script fails with the words Rhino has', async () => {
  const result = await run(REDIRECT_POLL, { shared: { 'backchannel-redirectUri': uri } }, { context: 'CONFIG_PROVIDER_NODE' });
  expect(result).toMatchObject({ status: 'error', error: { message: `TypeError: Cannot find function asString in object ${uri}.`, line: 2 } });
  expect(result.config).toBeUndefined();
});

const TREE_RESULTS = `
if (callbacks.isEmpty()) {
  var properties = nodeState.get("backchannel-sessionProperties");
  callbacksBuilder.textOutputCallback(0, properties);
} else {
  outcome = "outcome";
}`;

test('Display Tree Results shows the session properties as JSON text', async () => {
  const result = await run(TREE_RESULTS, { transient: { 'backchannel-sessionProperties': { AMCtxId: 'ctx-1', UserId: 'bjensen' } } });
  expect(result.callbacks).toEqual([
    {
      type: 'TextOutputCallback',
      output: [
        { name: 'message', value: '{"AMCtxId":"ctx-1","UserId":"bjensen"}' },
        { name: 'messageType', value: '0' },
      ],
      input: [],
    },
  ]);
  expect((await run(TREE_RESULTS, { callbacks: [answered('TextOutputCallback', null)] })).outcome).toBe('outcome');
});

test('Display Tree Results fails without session properties: a text output needs a message', async () => {
  expect((await run(TREE_RESULTS)).error?.message).toContain('message must not be null');
});

const designer = { context: 'NODE_DESIGNER' } as const;

test('the custom node that gathers attributes into one state key skips those that are missing', async () => {
  const source = `
(function () {
  logger.error(scriptName + " started");
  var target = properties.backchannelStateProperty;
  var keys = properties.attributeListProperty;
  var out = {};
  for (var i = 0; i < keys.length; i++) {
    var v = nodeState.get(keys[i]);
    if (v !== null && v !== undefined) out[keys[i]] = v;
  }
  nodeState.putShared(target, out);
  action.goTo("Next");
})();`;
  const properties = { backchannelStateProperty: 'backchannel:data', attributeListProperty: ['username', 'nothing', 'groups'] };
  const result = await run(source, { properties, shared: { username: 'bjensen', groups: ['a', 'b'] } }, designer);
  expect(result).toMatchObject({ status: 'ok', outcome: 'Next', fromAction: true, reads: ['username', 'nothing', 'groups'] });
  expect(result.writes).toEqual([{ op: 'put', scope: 'shared', key: 'backchannel:data', value: { username: 'bjensen', groups: ['a', 'b'] } }]);
  expect(result.logs).toEqual([{ level: 'error', message: 'Test Script started' }]);
});

test.each([
  [{ journeyStatus: 'User has entered their credentials' }, 'User has entered their credentials'],
  [undefined, 'Authentication in progress...'],
])('the provider script of the notification page shows the status %j', async (data, message) => {
  const source = `
var message;
var data = nodeState.get("transaction:data");
if (data) { message = data["journeyStatus"]; } else { message = "Authentication in progress..."; }
config = { "secondsToWait": 3, "spamDetectionEnabled": false, "spamDetectionTolerance": 3, "waitingMessage": { "en": message }, "exitable": false, "exitMessage": {} };`;
  const result = await run(source, { shared: data ? { 'transaction:data': data } : {} }, { context: 'CONFIG_PROVIDER_NODE' });
  expect(result.config).toMatchObject({ waitingMessage: { en: message }, exitable: false });
});

test('the custom node that shows a message goes on when it was seen', async () => {
  const source = `
(function () {
  if (callbacks.isEmpty()) { callbacksBuilder.textOutputCallback(0, properties.message); }
  else { logger.error(scriptName + " completed"); action.goTo("Success"); }
})();`;
  const shown = await run(source, { properties: { message: 'All is well' } }, designer);
  expect(shown.callbacks[0]?.output[0]).toEqual({ name: 'message', value: 'All is well' });
  expect(await run(source, { properties: {}, callbacks: [answered('TextOutputCallback', null)] }, designer)).toMatchObject({ outcome: 'Success' });
});

const SET_STATUS = `
var outcomes = { SUCCESS: "Success", ERROR: "Error" };
(function () {
  try {
    var status = {};
    status[properties.journeyStatusProperty] = properties.journeyStatusValue;
    nodeState.putShared(properties.journeyStatusKey, status);
    action.goTo(outcomes.SUCCESS);
  } catch (e) {
    logger.error(scriptName + ": failed. Exception: " + e);
    action.goTo(outcomes.ERROR);
  }
})();`;

test('Set Front Channel Status writes the status object', async () => {
  const properties = { journeyStatusKey: 'transaction:notify', journeyStatusProperty: 'journeyStatus', journeyStatusValue: 'Step 1' };
  const result = await run(SET_STATUS, { properties }, designer);
  expect(result).toMatchObject({ outcome: 'Success', fromAction: true });
  expect(result.writes).toEqual([{ op: 'put', scope: 'shared', key: 'transaction:notify', value: { journeyStatus: 'Step 1' } }]);
});

test('Collect User sees a user that the same script created', async () => {
  const host = hostOf();
  const source = `var made = openidm.create("managed/alpha_user", null, { userName: "new", mail: "new@example.com" });
outcome = openidm.query("managed/alpha_user", { _queryFilter: "userName eq \\"new\\"" }).result.get(0)._id === made._id ? "same" : "other";`;
  const result = await run(source, {}, {}, host);
  expect(result.outcome).toBe('same');
  expect(result.identityWrites).toEqual([{ id: 'new-1', created: { _id: 'new-1', kind: 'user', userName: 'new', mail: 'new@example.com' } }]);
});
