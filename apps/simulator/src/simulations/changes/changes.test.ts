import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../testing/simulator.ts';

async function changesAfter(change: (simulator: Awaited<ReturnType<typeof startSimulator>>) => Promise<void>) {
  const simulator = await startSimulator();
  const run = await simulator.create();
  await change(simulator);
  const { status, body } = await simulator.call('GET', `/api/simulations/${run.id}/changes?journeys=HelpDeskVerify`);
  return { status, changes: body.changes };
}

describe('GET /api/simulations/{id}/changes', () => {
  it('is empty while the realm is as it was, and for what people are', async () => {
    const same = await changesAfter((simulator) =>
      simulator.change(({ identities }) => {
        const [[key, body] = []] = Object.entries(identities);
        return { puts: [{ kind: 'identities', key: String(key), body: { ...body, city: 'Oslo' } as never }] };
      }),
    );
    expect(same).toEqual({ status: 200, changes: [] });
  });

  it('names a journey that the one asked for starts', async () => {
    const { changes } = await changesAfter((simulator) => simulator.change(() => ({ deletes: [{ kind: 'journeys', key: 'HelpDeskVerifyUser' }] })));
    expect(changes).toEqual([{ kind: 'journey', name: 'HelpDeskVerifyUser', parts: ['deleted'] }]);
  });

  const variable = { kind: 'variables', key: 'esv-new', body: { _id: 'esv-new', valueBase64: 'eA==' } } as const;
  const library = {
    kind: 'scripts',
    key: 'lib',
    body: { _id: 'lib', name: 'Lib', context: 'LIBRARY', script: JSON.stringify('exports.a = 1;') },
  } as const;

  it('names a custom node, and the variable and the library that its script names', async () => {
    const script = 'var a = require("Lib"); systemEnv.getProperty("esv.new");';
    const { changes } = await changesAfter((simulator) =>
      simulator.change(({ nodeTypes }) => ({
        puts: [
          ...Object.entries(nodeTypes).map(([key, body]) => ({ kind: 'nodeTypes' as const, key, body: { ...body, script } })),
          variable,
          library as never,
        ],
      })),
    );
    expect(changes).toContainEqual({ kind: 'variable', name: 'esv-new', parts: ['new'] });
    expect(changes).toContainEqual({ kind: 'script', name: 'Lib', parts: ['new'] });
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'custom node', parts: [] }));
  });

  it('leaves out what nothing of these journeys names', async () => {
    const { changes } = await changesAfter((simulator) => simulator.change(() => ({ puts: [variable, library as never] })));
    expect(changes).toEqual([]);
  });
});
