import { describe, expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

/** Scripts that never end or take all memory: their own journey fails within a second, others go on, on the live realm too. */
const hostile = { 'an endless loop': 'while (true) {}', 'a memory bomb': 'var a = []; while (true) { a.push(new Array(100000).fill(1)); }' };

describe.each(Object.entries(hostile))('%s in a script', (_, source) => {
  it('fails its journey with a clear log line, and everyone else goes on', async () => {
    const simulator = await startSimulator();
    const before = await simulator.create();
    await simulator.editScript('Collect User to Login', source);
    const run = await simulator.create();
    const live = simulator.call('POST', '/am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain');
    const simulated = run.start('BackchannelMain');
    const other = await before.start('HelpDeskVerify');
    expect(other.status).toBe(200);
    expect([(await live).status, (await simulated).status]).toEqual([401, 401]);
    const lines = (await run.log()).filter(({ kind }) => kind === 'log').map(({ message }) => String(message));
    expect(lines.join('\n')).toMatch(/Collect User to Login.*(stops|memory)/);
    expect((await before.answer(await before.start('BackchannelMain'), 'bjensen')).status).toBe(200);
  });
});
