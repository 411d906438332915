import './fork.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { comparePath, navigate } from '../../app/index.ts';
import { useCommands } from '../../commands/index.ts';
import { useSimulation } from '../hooks.ts';
import { FORK_COMMANDS } from './commands.ts';
import { ForkBar } from './ForkBar.tsx';
import { aboutQuery } from './requests.ts';
import { takeOver } from './takeOver.ts';

const ForkDialog = lazy(() => import('./ForkDialog.tsx'));
const RaceDialog = lazy(() => import('./RaceDialog.tsx'));
const TreeDialog = lazy(() => import('./TreeDialog.tsx'));

type Open = { kind: 'fork' | 'race'; at: number } | { kind: 'tree' } | null;

/** Going on from a moment in another way: what can be done, its dialogs, and where this simulation comes from. */
export default function ForkRoom() {
  const simulation = useSimulation();
  const [open, setOpen] = useState<Open>(null);
  const { data: about } = useQuery(aboutQuery(simulation.id));
  const parent = about?.parent ?? null;
  const newest = () => simulation.live.getState().view?.seq ?? 0;
  const here = () => simulation.moment.getState().seq ?? newest();
  useEffect(() => {
    // Without them the players begin afresh, and say so.
    if (parent) void takeOver(simulation).catch(() => undefined);
  }, [simulation, parent]);
  useCommands(FORK_COMMANDS, {
    hasEvents: () => newest() > 0,
    fork: () => setOpen({ kind: 'fork', at: here() }),
    race: () => setOpen({ kind: 'race', at: here() }),
    showTree: () => setOpen({ kind: 'tree' }),
    compare: () => navigate(parent ? comparePath(parent.id, simulation.id) : comparePath(simulation.id)),
  });
  const onClose = () => setOpen(null);
  return (
    <>
      {parent ? <ForkBar parent={parent} onTree={() => setOpen({ kind: 'tree' })} /> : null}
      <Suspense fallback={null}>
        {open?.kind === 'fork' ? <ForkDialog at={open.at} onClose={onClose} /> : null}
        {open?.kind === 'race' ? <RaceDialog at={open.at} onClose={onClose} /> : null}
        {open?.kind === 'tree' ? <TreeDialog id={simulation.id} onClose={onClose} /> : null}
      </Suspense>
    </>
  );
}
