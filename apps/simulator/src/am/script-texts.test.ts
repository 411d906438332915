import { describe, expect, it } from 'vitest';
import { output, type Step, startSimulator, type TestRun, type TestSimulator } from '../testing/simulator.ts';

/** A password that a script puts where AM takes text: its client and the next script get it, nobody else does. */

const PASSWORD = 'Tr0ub4dor-x3';
const asking = (then: string): string => `var given = callbacks.getPasswordCallbacks();
if (callbacks.isEmpty()) callbacksBuilder.passwordCallback("Password", false);
else { var password = given.get(0); ${then} }`;
const START = 'nodeState.putShared("backchannel-user", "bjensen"); nodeState.putShared("backchannel-data", {}); outcome = "outcome";';

async function answered(scripts: Record<string, string>): Promise<{ simulator: TestSimulator; run: TestRun; step: Step }> {
  const simulator = await startSimulator();
  for (const [name, source] of Object.entries(scripts)) await simulator.editScript(name, source);
  const run = await simulator.create();
  const step = await run.answer(await run.start('BackchannelMain'), PASSWORD);
  return { simulator, run, step };
}

async function seen(simulator: TestSimulator, run: TestRun): Promise<string> {
  return JSON.stringify([await simulator.call('GET', `/api/simulations/${run.id}/view`), await run.log(), await run.state()]);
}

describe('a password in a text', () => {
  it('of a Configuration Provider is shown to the client by the node that is imitated', async () => {
    const config = `config = { secondsToWait: 5, spamDetectionEnabled: false, spamDetectionTolerance: 3, exitable: false, exitMessage: {},
      waitingMessage: { en: "{{time}} s, " + nodeState.get("pw").asString() } };`;
    const { simulator, run, step } = await answered({
      'Collect User to Login': asking(`nodeState.putShared("pw", password); ${START}`),
      'Display Redirect': config,
    });
    expect(output(step, 'PollingWaitCallback', 'message')).toBe(`5 s, ${PASSWORD}`);
    const views = await seen(simulator, run);
    expect(views).not.toContain(PASSWORD);
    expect(views).not.toContain('a1.');
    expect(views).toContain('5 s, ••••');
  });

  it('of a session property is kept for the session', async () => {
    const { simulator, run } = await answered({
      'Collect User to Login': asking(`action.goTo("outcome").putSessionProperty("pw", "p:" + password); ${START}`),
    });
    const { runtime } = await simulator.simulations.get(run.id);
    expect(Object.values(runtime.state.sessions)[0]?.properties.pw).toMatch(/^p:~a1\.[\w-]+~$/);
    const views = await seen(simulator, run);
    expect(views).not.toContain(PASSWORD);
    expect(views).toContain('"pw":"p:••••"');
  });

  it('of an outcome that does not exist is in no log line', async () => {
    const { simulator, run, step } = await answered({ 'Collect User to Login': asking('outcome = password;') });
    expect(step.status).toBe(401);
    const views = await seen(simulator, run);
    expect(views).not.toContain(PASSWORD);
    expect(views).toContain("Invalid outcome from script, '••••'");
  });

  it('of header, stage and description stands on the page', async () => {
    const page = asking(
      'action.withHeader("h " + password).withStage(password).withDescription("d " + password); callbacksBuilder.textOutputCallback(0, "t");',
    );
    const { simulator, run, step } = await answered({ 'Collect User to Login': page });
    expect(step.body).toMatchObject({ stage: PASSWORD, header: `h ${PASSWORD}`, description: `d ${PASSWORD}` });
    expect(await seen(simulator, run)).not.toContain(PASSWORD);
  });
});
