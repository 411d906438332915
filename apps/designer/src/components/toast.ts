import { create } from 'zustand';

export interface ToastMessage {
  id: number;
  text: string;
}
interface ToastStore {
  toasts: readonly ToastMessage[];
  /** What the polite live region says. */
  status: string;
}

export const useToasts = create<ToastStore>(() => ({ toasts: [], status: '' }));
let next = 1;
const SHOWN_MS = 4000;
const AT_ONCE = 2;

/** Confirms something that worked. Failures stay beside what failed instead (ErrorBox). */
export function toast(text: string): void {
  const id = next++;
  useToasts.setState((state) => ({ toasts: [...state.toasts, { id, text }].slice(-AT_ONCE), status: text }));
  setTimeout(() => useToasts.setState((state) => ({ toasts: state.toasts.filter((entry) => entry.id !== id) })), SHOWN_MS);
}

/** Says something to assistive technology without showing it. */
export function announce(text: string): void {
  useToasts.setState({ status: text });
}
