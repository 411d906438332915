import type { RealmGap } from '@tandem/nodes';
import { Link, realmScreenPath } from '../../app/index.ts';
import { AnswerCall } from '../control/AnswerCall.tsx';
import { useLive } from '../hooks.ts';
import { SimulateAgain } from '../SimulateAgain.tsx';

/** What the realm lacks, and where it is added. A simulation runs a copy of its realm, so another one has to be started then. */
export function Gap({ gap, said }: { gap: RealmGap; said: string }) {
  const realm = useLive((state) => state.realm);
  const isSaid = said.toLowerCase().includes(gap.text.toLowerCase());
  return (
    <span className="sim-gap">
      {isSaid ? ' ' : ` ${gap.text} `}
      <Link className="sim-gap-link" href={`${realmScreenPath(realm, gap.section)}${gap.prefill ? `?${new URLSearchParams(gap.prefill)}` : ''}`}>
        Add it to the realm
      </Link>
      , then <SimulateAgain />
      {gap.section === 'http-stubs' && gap.prefill ? (
        <>
          , or <AnswerCall prefill={gap.prefill} />
        </>
      ) : null}
    </span>
  );
}
