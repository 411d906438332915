import { useEffect, useState } from 'react';
import { knowsTabs, NO_TABS, otherTabs } from './tabs.ts';

/** The other tabs that were open when the thing with this id was: what they keep of it is not to be taken. Null until that is known. */
export function useOtherTabs(id: string | null): ReadonlySet<string> | null {
  const [found, setFound] = useState<{ id: string | null; others: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    let isGone = false;
    void otherTabs().then((others) => {
      if (!isGone) setFound({ id, others });
    });
    return () => {
      isGone = true;
    };
  }, [id]);
  if (!knowsTabs) return NO_TABS;
  return found?.id === id ? found.others : null;
}
