import { useEffect, useState } from 'react';
import { otherTabs } from '../../app/tabs.ts';
import { hasDraftElsewhere, isDraftKey } from './drafts.ts';

/** Typing elsewhere writes at every pause. */
const GATHER_MS = 200;

/** Whether another tab of this browser has work on the journey that it has not saved. */
export function useDraftElsewhere(realm: string, id: string): boolean {
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const found = hasDraftElsewhere(realm, id, await otherTabs());
      if (!isGone) setElsewhere(found);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), GATHER_MS);
    };
    const onStorage = ({ key }: StorageEvent) => {
      if (key === null || isDraftKey(key, realm, id)) soon();
    };
    void look();
    addEventListener('storage', onStorage);
    // A tab that is closed with its work tells nobody.
    addEventListener('focus', soon);
    return () => {
      isGone = true;
      clearTimeout(timer);
      removeEventListener('storage', onStorage);
      removeEventListener('focus', soon);
    };
  }, [realm, id]);
  return isElsewhere;
}
