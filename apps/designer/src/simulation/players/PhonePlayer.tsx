import type { Transaction } from '@tandem/engine/view';
import { Smartphone } from 'lucide-react';
import { Button, EmptyState } from '../../components/index.ts';
import { newestOf } from '../derive/runs.ts';
import { useLive, usePast, useScene, useSimulation } from '../hooks.ts';
import { USER } from '../session.ts';
import { PhoneFrame } from './Frames.tsx';
import { Mirror, PastScreen } from './later.tsx';
import { PlayerScreen } from './PlayerScreen.tsx';
import { usePlayer } from './usePlayer.ts';

/** The phone of the person who answers on the backchannel. */
export function PhonePlayer() {
  const past = usePast();
  const session = useScene((scene) => scene.backchannel);
  const transaction = useScene((scene) => scene.transaction);
  const simulation = useSimulation();
  const phase = usePlayer(simulation.user, (state) => state.phase);
  const target = usePlayer(simulation.user, (state) => state.target);
  const newest = useLive((state) => (state.view ? newestOf(state.view.state, USER)?.id : undefined));
  const ours = target?.type === 'transaction' && target.value === transaction?.id && phase !== 'idle';
  // An attempt that AM refused ("Unable to read transaction.") has no session in this run, but is what the phone shows.
  const own = session === null || (ours && (session.id === newest || phase === 'sending' || phase === 'failed'));
  const open = transaction ? () => simulation.openTransaction(transaction.id) : null;
  return (
    <PhoneFrame address={transaction ? `/am/XUI/Login · ${transaction.id.slice(0, 8)}` : 'no link yet'}>
      {past ? (
        <PastScreen session={session} name="Phone" />
      ) : own ? (
        <PlayerScreen player={simulation.user} name="Phone" id={USER} onAgain={open} idle={<Idle transaction={transaction} open={open} />} />
      ) : (
        <>
          <Mirror session={session} name="Phone" />
          {open ? (
            <div className="cb-actions">
              <Button size="small" icon={<Smartphone size={13} aria-hidden="true" />} onPress={open}>
                Open the link here
              </Button>
            </div>
          ) : null}
        </>
      )}
    </PhoneFrame>
  );
}

function Idle({ transaction, open }: { transaction: Transaction | null; open: (() => void) | null }) {
  if (!transaction || !open)
    return <EmptyState title="No link yet">When the main journey reaches its Backchannel Initialize node, the link opens here.</EmptyState>;
  return (
    <EmptyState
      title={transaction.subject ? `A link for ${transaction.subject.name}` : 'A link has arrived'}
      action={
        <Button icon={<Smartphone size={14} aria-hidden="true" />} onPress={open}>
          Open in phone
        </Button>
      }
    >
      {`It runs ${transaction.journey}.`}
    </EmptyState>
  );
}
