import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { bjensen, hostOf, people } from '../testing/support.ts';
import type { JsonObject } from '../types.ts';

/** `openidm` in a real worker: managed objects of any type, IDM's own services, and what only stubs can answer. */
const pool = testPool();
const roles: JsonObject[] = [
  { _id: 'admin', name: 'Administrator', members: 1 },
  { _id: 'agent', name: 'Help desk agent', members: 2 },
];
const store = {
  ...people,
  objects: {
    all: (type: string) => (type === 'alpha_role' ? roles : []),
    byId: (type: string, id: string) => (type === 'alpha_role' ? roles.find(({ _id }) => _id === id) : undefined),
  },
};
type Options = Parameters<typeof hostOf>[1];
async function outcome(source: string, options: Options = {}) {
  const host = hostOf(store, options);
  const value = await pool.value(`outcome = (function () { ${source} })();`, {}, {}, host);
  return { value, host };
}

describe('managed objects other than users', () => {
  test('are read, and null when there is none', async () => {
    expect((await outcome('return openidm.read("managed/alpha_role/admin");')).value).toEqual(roles[0]);
    expect((await outcome('return openidm.read("managed/alpha_role/admin", null, ["name"]);')).value).toEqual({
      _id: 'admin',
      name: 'Administrator',
    });
    expect((await outcome('return openidm.read("managed/alpha_role/none");')).value).toBeNull();
    expect((await outcome('return openidm.read("managed/nothing/none");')).value).toBeNull();
  });
  test('are queried', async () => {
    const names =
      'return openidm.query("managed/alpha_role", { _queryFilter: "true", _sortKeys: "-members" }).result.map(function (r) { return r.name; });';
    expect((await outcome(names)).value).toEqual(['Help desk agent', 'Administrator']);
    expect((await outcome('return openidm.query("managed/alpha_organization", { _queryFilter: "true" }).resultCount;')).value).toBe(0);
  });
  test('are created, changed and deleted; the script sees its own changes and leaves them', async () => {
    const { value, host } = await outcome(`
      var made = openidm.create("managed/alpha_organization", null, { name: "Sales" });
      openidm.action("managed/alpha_organization", "create", { name: "Support" });
      openidm.create("managed/alpha_organization", "gone", { name: "Gone" });
      openidm.delete("managed/alpha_organization/gone", null);
      openidm.patch("managed/alpha_role/admin", null, [{ operation: "increment", field: "/members", value: 1 }]);
      openidm.action("managed/alpha_role/agent", "patch", [{ operation: "replace", field: "/name", value: "Agent" }]);
      openidm.update("managed/alpha_role/agent", null, { name: "Agents", members: 2 });
      var left = openidm.query("managed/alpha_organization", { _queryFilter: "true" }, ["name"]).result;
      return [made.name, made._id, left.length, openidm.read("managed/alpha_role/admin").members, openidm.read("managed/alpha_role/agent").name];`);
    expect(value).toEqual(['Sales', 'new-1', 2, 2, 'Agents']);
    expect(host.objectWrites()).toEqual([
      { type: 'alpha_organization', id: 'new-1', created: { name: 'Sales', _id: 'new-1' } },
      { type: 'alpha_organization', id: 'new-2', created: { name: 'Support', _id: 'new-2' } },
      { type: 'alpha_role', id: 'admin', changes: [{ path: ['members'], value: 2 }] },
      { type: 'alpha_role', id: 'agent', changes: [{ path: ['name'], value: 'Agents' }] },
    ]);
    expect(host.identityWrites()).toEqual([]);
  });
  test("what is missing or there already is IDM's exception", async () => {
    const caught = (call: string) =>
      `try { ${call}; } catch (e) { var x = e.javaException; return [x.getCode(), x.getReason(), x.isServerError(), e.message]; }`;
    expect((await outcome(caught('openidm.delete("managed/alpha_role/none", null)'))).value).toEqual([
      404,
      'Not Found',
      false,
      'Object none not found in managed/alpha_role',
    ]);
    expect((await outcome(caught('openidm.create("managed/alpha_role", "admin", {})'))).value).toEqual([
      412,
      'Precondition Failed',
      false,
      'Object admin exists already',
    ]);
  });
});

test('a password is hashed on the way, and never read back', async () => {
  const kept: string[] = [];
  const keepPassword = (password: string, id: string) => {
    kept.push(password, id);
    return 'marker';
  };
  const { value, host } = await outcome(
    `openidm.patch("managed/alpha_user/${bjensen._id}", null, [{ operation: "replace", field: "/password", value: "Secret12" }]);
     return openidm.read("managed/alpha_user/${bjensen._id}");`,
    { keepPassword },
  );
  expect(kept).toEqual(['Secret12', bjensen._id]);
  expect(JSON.stringify(value)).not.toMatch(/Secret12|marker/);
  expect(host.identityWrites()).toEqual([{ id: bjensen._id, changes: [{ path: ['passwordHash'], value: 'marker' }] }]);
});

describe("IDM's email service", () => {
  test('sends what the script wrote, or a template', async () => {
    const { value, host } = await outcome(`
      var sent = openidm.action("external/email", "send", { from: "a@x", to: "b@x", subject: "S", type: "text/html", body: "<p>Hi</p>" });
      openidm.action("external/email", "send", { to: ["b@x", "c@x"], body: "Hi" });
      openidm.action("external/email", "sendTemplate", { templateName: "welcome", to: "b@x", object: { givenName: "B" } });
      return sent.status + ": " + sent.message;`);
    expect(value).toBe('OK: Email sent');
    expect(host.mails()).toEqual([
      { to: 'b@x', from: 'a@x', subject: 'S', body: '<p>Hi</p>', html: true },
      { to: 'b@x, c@x', from: undefined, subject: undefined, body: 'Hi', html: false },
      { to: 'b@x', template: 'welcome', object: { givenName: 'B' } },
    ]);
  });
  test.each([
    ['openidm.action("external/email", "send", { body: "x" })', 'The mail needs the field "to"'],
    ['openidm.action("external/email", "sendTemplate", { to: "b@x" })', 'The mail needs the field "templateName"'],
    ['openidm.action("external/email", "send")', 'The mail must be an object'],
    ['for (var i = 0; i < 30; i++) openidm.action("external/email", "send", { to: "b@x" })', 'Too many mails are sent: 21, at most 20'],
  ])('%s is refused', async (call, message) => {
    await expect(outcome(`${call};`)).rejects.toThrow(message);
  });
});

test("IDM's policy service tells which properties fail", async () => {
  const seen: unknown[] = [];
  const failedPolicies: NonNullable<Options>['failedPolicies'] = (object, options) => {
    seen.push([object, options]);
    return [{ property: 'password', policyRequirements: [{ policyRequirement: 'MIN_LENGTH', params: { minLength: 8 } }] }];
  };
  const call = 'return openidm.action("policy/managed/alpha_user/*", "validateObject", { password: "x" });';
  expect((await outcome(call, { failedPolicies })).value).toEqual({
    result: false,
    failedPolicyRequirements: [{ property: 'password', policyRequirements: [{ policyRequirement: 'MIN_LENGTH', params: { minLength: 8 } }] }],
  });
  expect((await outcome(call.replace('validateObject', 'validateProperty'), { failedPolicies: () => [] })).value).toMatchObject({ result: true });
  expect(seen).toEqual([[{ password: 'x' }, { whole: true }]]);
});

describe('what only the tenant knows is answered by the stub of the same REST request', () => {
  const requests: string[] = [];
  const http: NonNullable<Options>['http'] = ({ method, uri, options }) => {
    requests.push(`${method} ${uri} ${JSON.stringify(options)}`);
    return { status: uri.includes('missing') ? 404 : 200, body: uri.includes('missing') ? '{"message":"No such endpoint"}' : '{"answer":[1]}' };
  };
  test.each<[string, string]>([
    ['openidm.read("endpoint/risk", { user: "a b" })', 'GET https://am.example/openidm/endpoint/risk?user=a%20b {"body":null}'],
    [
      'openidm.action("endpoint/risk", "score", { n: 1 }, { deep: true })',
      'POST https://am.example/openidm/endpoint/risk?_action=score&deep=true {"body":{"n":1}}',
    ],
    ['openidm.create("endpoint/risk", null, { a: 1 })', 'POST https://am.example/openidm/endpoint/risk?_action=create {"body":{"a":1}}'],
    [
      'openidm.query("system/ldap/account", { _queryFilter: "true" })',
      'GET https://am.example/openidm/system/ldap/account?_queryFilter=true {"body":null}',
    ],
    [
      'policy.evaluate({ claims: {} }, "app", ["https://x"], {})',
      'POST https://am.example/am/json/realms/root/realms/alpha/policies?_action=evaluate {"body":{"subject":{"claims":{}},"application":"app","resources":["https://x"],"environment":{}}}',
    ],
  ])('%s', async (call, request) => {
    requests.length = 0;
    expect((await outcome(`return ${call}.answer.get(0);`, { http, origin: 'https://am.example' })).value).toBe(1);
    expect(requests).toEqual([request]);
  });
  test('an error status is the exception that IDM throws', async () => {
    const call = 'try { openidm.read("endpoint/missing"); } catch (e) { return [e.javaException.getCode(), e.message]; }';
    expect((await outcome(call, { http })).value).toEqual([404, 'No such endpoint']);
  });
  test('without one the text names the request that a stub would answer', async () => {
    await expect(outcome('openidm.action("endpoint/risk", "score");')).rejects.toThrow(
      'not simulated: openidm.action on endpoint/risk (score); an HTTP stub for POST */openidm/endpoint/risk* would answer it',
    );
    await expect(outcome('policy.evaluate({}, "app", [], {});')).rejects.toThrow(
      'not simulated: policy.evaluate, as the realm holds no policies; an HTTP stub for POST */am/json/realms/root/realms/alpha/policies?_action=evaluate would answer it',
    );
    await expect(outcome('openidm.read("endpoint/x");', { http: () => ({ status: 200, body: 'text' }) })).rejects.toThrow('does not hold JSON');
  });
  test("its delay is the script's wait", async () => {
    expect((await outcome('openidm.read("endpoint/x");', { http: () => ({ status: 200, body: '', delayMs: 250 }) })).host.waited()).toBe(250);
  });
});
