import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

/** Scripts that keep the driver busy through its own bindings: their journey fails soon, and others are served meanwhile. */
const hostile = {
  'passwords without end':
    'while (true) openidm.patch("managed/alpha_user/05c17dd9-3506-4307-a2d3-8cdc1882abf3", null, [{ operation: "replace", field: "/password", value: "p" }]);',
  'passwords of new users without end':
    'var i = 0; while (true) openidm.create("managed/alpha_user", null, { userName: "u" + i++, password: "p" + i });',
  'filters of 30,000 terms':
    'var f = new Array(30000).fill("userName eq \\"x\\"").join(" or "); while (true) openidm.query("managed/alpha_user", { _queryFilter: f });',
  'filters as long as they may be, errors swallowed':
    'var f = new Array(500).fill("userName eq \\"x\\"").join(" or "); while (true) { try { openidm.query("managed/alpha_user", { _queryFilter: f }); } catch (e) {} }',
};

describe.each(Object.entries(hostile))('%s', (_name, source) => {
  it('end their journey, and another simulation answers meanwhile', async () => {
    const simulator = await startSimulator();
    const calm = await simulator.create();
    expect((await calm.start('BackchannelMain')).status).toBe(200);
    await simulator.editScript('Collect User to Login', source);
    const run = await simulator.create();
    let over = false;
    const failed = run.start('BackchannelMain').then((step) => {
      over = true;
      return step.status;
    });
    let answers = 0;
    while (!over) {
      expect((await calm.start('HelpDeskVerify')).status).toBe(200);
      answers += 1;
    }
    expect(await failed).toBe(401);
    expect(answers).toBeGreaterThan(2);
    const lines = (await run.log()).filter(({ kind }) => kind === 'log').map(({ message }) => String(message));
    expect(lines.join('\n')).toMatch(/too many|too long|ran longer/);
  });
});
