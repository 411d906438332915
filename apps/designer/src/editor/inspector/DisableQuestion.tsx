import type { JourneyUseAnswer } from '@tandem/api';
import { useEffect, useRef, useState } from 'react';
import { DisableDialog } from '../../library/DisableDialog.tsx';
import { whoMisses } from '../../library/missing.ts';
import { useEditing } from '../EditorContext.ts';

/** Asks before the open journey is disabled when others use it, as the library does; where nothing does, or that cannot be told, it is disabled. */
export function DisableQuestion({ onDisable, onClose }: { onDisable(): void; onClose(): void }) {
  const { store } = useEditing();
  const { realm, id } = store.getState();
  const [uses, setUses] = useState<readonly JourneyUseAnswer[]>([]);
  const done = () => {
    onDisable();
    onClose();
  };
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    let isHere = true;
    void whoMisses(realm, [id])
      .catch(() => [])
      .then((found) => {
        if (!isHere) return;
        if (found.length > 0) setUses(found);
        else latest.current();
      });
    return () => {
      isHere = false;
    };
  }, [realm, id]);
  return uses.length > 0 ? <DisableDialog realm={realm} ids={[id]} uses={uses} onDisable={async () => done()} onClose={onClose} /> : null;
}
