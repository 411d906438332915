import { useEffect } from 'react';
import { hasLeftText } from './leftText.ts';
import { hasPendingText } from './pendingText.ts';
import { dirtyStores, openStores } from './store/stores.ts';

/** The browser's question before unsaved work is left. */
export function useUnloadGuard(): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (dirtyStores().length > 0 || hasPendingText() || openStores().some(hasLeftText)) event.preventDefault();
    };
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, []);
}
