import { expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

/** Facts 6.4: a script that AIC's Rhino cannot parse ends the journey with 401 and no callback; the reason is in the log alone. */
it('a script with let ends its journey; the log says where and how it would be written', async () => {
  const simulator = await startSimulator();
  await simulator.editScript('Collect User to Login', 'var a = 1;\n  let b = 2;\noutcome = "outcome";');
  const run = await simulator.create();
  const answer = await run.start('BackchannelMain');
  expect(answer.status).toBe(401);
  expect(answer.body).not.toHaveProperty('callbacks');
  expect(JSON.stringify(answer.body)).not.toContain('missing ;');
  const log = JSON.stringify(await run.log());
  expect(log).toContain(
    "'Collect User to Login', line 2: SyntaxError: missing ; before statement (line 2, column 3). AM's Rhino refuses this; write: var",
  );
});
