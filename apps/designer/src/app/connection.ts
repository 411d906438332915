import { create } from 'zustand';

/** Whether the server can be reached, as far as the browser and the last request know. */
interface Connection {
  /** The browser has a network. */
  isOnline: boolean;
  /** The last request was answered. */
  isAnswered: boolean;
}

export const useConnection = create<Connection>(() => ({ isOnline: globalThis.navigator?.onLine ?? true, isAnswered: true }));

/** Told by every request: whether an answer came, whatever it said. */
export function answered(isAnswered: boolean): void {
  if (useConnection.getState().isAnswered !== isAnswered) useConnection.setState({ isAnswered });
}

/** Follows what the browser says of its network. @returns stops it */
export function watchNetwork(): () => void {
  const onChange = () => useConnection.setState({ isOnline: navigator.onLine });
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  onChange();
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
