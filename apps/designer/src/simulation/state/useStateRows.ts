import { useMemo, useState } from 'react';
import { factsOf } from '../derive/facts.ts';
import { type StateRow, stateRows } from '../derive/nodeState.ts';
import { provenanceKeeper } from '../derive/provenance.ts';
import { stateDiff } from '../derive/stateDiff.ts';
import { useScene, useSimulation } from '../hooks.ts';

/** Node state of one side with its provenance, and what the newest step of that side lost on the way to the client. */
export function useStateRows(side: 'main' | 'backchannel'): { rows: readonly StateRow[]; lost: readonly string[] } {
  const simulation = useSimulation();
  const session = useScene((scene) => scene[side]);
  const events = useScene((scene) => scene.events);
  const seq = useScene((scene) => scene.seq ?? scene.newest);
  const [provenance] = useState(provenanceKeeper);
  return useMemo(() => {
    if (!session) return { rows: [], lost: [] };
    const of = provenance(session.id, events, seq);
    const history = simulation.history();
    const before = of.before && history && of.before.seq <= history.end ? history.at(of.before.seq).sessions[session.id] : undefined;
    const rows = stateRows(session, of, before ? stateDiff(before, session) : new Map());
    return { rows, lost: of.step ? factsOf(of.step).lost : [] };
  }, [simulation, provenance, session, events, seq]);
}
