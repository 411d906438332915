import type { JourneySummary } from '@tandem/api';
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { designerPath, navigate } from '../../app/index.ts';
import type { CanvasHandle } from '../../canvas/index.ts';
import { type Roles, rolesOf } from '../partner.ts';
import { useContent } from '../store/content.ts';
import type { EditorStore } from '../store/editorStore.ts';
import type { Kinds } from '../store/nodes.ts';
import { type Caller, callersIn, callersOf } from './callers.ts';

type Side = 'first' | 'second';

export interface SplitOptions {
  realm: string;
  kinds: Kinds;
  primary: EditorStore;
  second: EditorStore | null;
  beside: string | null;
  journeys: readonly JourneySummary[];
  canvases: Record<Side, RefObject<CanvasHandle | null>>;
}
export interface Split {
  side: Side;
  activate: Record<Side, () => void>;
  roles: Roles;
  /** The second journey's own. */
  otherHue: Roles['hue'];
  callers: Record<Side, Caller[]>;
  /** Opens what a node of the side in use names: a backchannel journey beside it, an inner journey in its place. */
  openJourney(journey: string): void;
  /** Goes from a side to what leads to its journey. */
  openCaller(from: Side, caller: Caller): void;
}

/** Shown once a journey that was opened for it is there; the screen is a new one by then. */
let wanted: { journey: string; leadsTo: string } | null = null;

function revealSoon(canvas: RefObject<CanvasHandle | null>, node: string): void {
  // React Flow hears of the nodes of a canvas that is new a frame later.
  requestAnimationFrame(() => requestAnimationFrame(() => canvas.current?.reveal(node)));
}

/** Two journeys side by side, which the address names, and the ways between them. */
export function useSplit({ realm, kinds, primary, second, beside, journeys, canvases }: SplitOptions): Split {
  const [side, setSide] = useState<Side>('first');
  const document = useContent(primary);
  const other = useContent(second ?? primary);
  const id = primary.getState().id;
  const roles = useMemo(() => rolesOf(kinds, document, journeys), [kinds, document, journeys]);
  const otherHue = useMemo(() => rolesOf(kinds, other, journeys).hue, [kinds, other, journeys]);
  const callers = useMemo(() => {
    const open = second ? [document, other] : [document];
    return { first: callersOf(id, kinds, journeys, open), second: beside === null ? [] : callersOf(beside, kinds, journeys, open) };
  }, [second, document, other, id, beside, kinds, journeys]);
  const activate = useMemo(() => ({ first: () => setSide('first'), second: () => setSide('second') }), []);

  const openJourney = useCallback(
    (journey: string) => {
      if (journey === id || journey === beside) return setSide(journey === id ? 'first' : 'second');
      const from = side === 'second' && second ? second : primary;
      const isInner = callersIn(kinds, from.getState().document, journey).some(({ how }) => how === 'enters');
      if (isInner && from === primary) navigate(designerPath(realm, journey, beside));
      else navigate(designerPath(realm, id, journey));
    },
    [realm, kinds, id, beside, side, primary, second],
  );
  const openCaller = useCallback(
    (from: Side, { journey, node, how }: Caller) => {
      const there: Side | null = journey === id ? 'first' : journey === beside ? 'second' : null;
      if (there !== null && node !== null) {
        setSide(there);
        revealSoon(canvases[there], node);
        return;
      }
      wanted = { journey, leadsTo: from === 'first' ? id : (beside ?? id) };
      const inPlaceOfFirst = how === 'enters' ? from === 'first' : from === 'second';
      navigate(inPlaceOfFirst ? designerPath(realm, journey, beside) : designerPath(realm, id, journey));
    },
    [realm, id, beside, canvases],
  );
  useEffect(() => {
    const store = [primary, second].find((candidate) => candidate?.getState().id === wanted?.journey);
    if (!store || wanted === null) return;
    const [caller] = callersIn(kinds, store.getState().document, wanted.leadsTo);
    wanted = null;
    const there = store === primary ? 'first' : 'second';
    setSide(there);
    if (caller?.node != null) revealSoon(canvases[there], caller.node);
  }, [primary, second, kinds, canvases]);
  return { side, activate, roles, otherHue, callers, openJourney, openCaller };
}
