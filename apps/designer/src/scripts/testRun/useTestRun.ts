import type { RunScript } from '@tandem/api';
import { type ScriptRun, scriptRunSchema } from '@tandem/api';
import type { Json, Script } from '@tandem/journey';
import { useRef, useState } from 'react';
import { realmPath, request } from '../../app/index.ts';
import { announce } from '../../components/index.ts';

/** Passes of a test run, the first one first. Each further one answers the callbacks of the one before. */
export function useTestRun(realm: string, script: () => Script, onEnd: (run: ScriptRun) => void) {
  const [passes, setPasses] = useState<readonly ScriptRun[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const started = useRef<Omit<RunScript, 'script'>>({});
  const running = useRef(false);
  const send = async (body: Omit<RunScript, 'script'>, before: readonly ScriptRun[]) => {
    // Its key works while the button does not: two runs at once would answer in any order.
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const run = await request(`${realmPath(realm)}/scripts/run`, scriptRunSchema, { method: 'POST', body: { ...body, script: script() } });
      setPasses([...before, run]);
      announce(`Pass ${before.length + 1}: ${run.outcome ?? run.error?.message ?? run.ending}`);
      onEnd(run);
    } catch (error) {
      setFailure(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return {
    passes,
    busy,
    failure,
    start(given: Omit<RunScript, 'script'>) {
      started.current = given;
      void send(given, []);
    },
    answer(callbacks: Json[]) {
      const last = passes.at(-1);
      if (last) void send({ ...started.current, state: last.state, answer: { sent: last.sent, callbacks } }, passes);
    },
  };
}
