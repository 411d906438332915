import { create } from 'zustand';

/** done: it worked. refused: what was asked for cannot be, and why. failed: it was tried and did not work. */
export type ToastKind = 'done' | 'refused' | 'failed';
export interface ToastMessage {
  id: number;
  kind: ToastKind;
  text: string;
}
interface ToastStore {
  toasts: readonly ToastMessage[];
  /** What the polite live region says. */
  status: string;
  /** What is said at once: a refusal or a failure. */
  alert: string;
}

export const useToasts = create<ToastStore>(() => ({ toasts: [], status: '', alert: '' }));
let next = 1;
const SHOWN_MS: Record<ToastKind, number> = { done: 4000, refused: 8000, failed: 8000 };
const AT_ONCE = 2;

/** A live region is read out when its text changes: the same words again get a space that nobody hears. */
const anew = (text: string, before: string): string => (text === before ? `${text}\u00a0` : text);

function show(kind: ToastKind, text: string): void {
  const id = next++;
  useToasts.setState(({ toasts, status }) => ({
    // What worked last stands for what worked before: of ten undos only the last one is news.
    toasts: [...toasts.filter((entry) => kind !== 'done' || entry.kind !== 'done'), { id, kind, text }].slice(-AT_ONCE),
    ...(kind === 'done' ? { status: anew(text, status) } : { alert: text }),
  }));
  setTimeout(() => {
    useToasts.setState(({ toasts, alert }) => ({
      toasts: toasts.filter((entry) => entry.id !== id),
      // The same words again are news only when they were gone.
      alert: kind !== 'done' && alert === text ? '' : alert,
    }));
  }, SHOWN_MS[kind]);
}

/** Confirms something that worked. Failures stay beside what failed instead (ErrorBox). */
export const toast = (text: string): void => show('done', text);

/** Says why something cannot be done, and what would be right. */
export const refuse = (text: string): void => show('refused', text);

/** Says that something did not work, where there is no place beside it. */
export const toastFailure = (text: string): void => show('failed', text);

/** Says something to assistive technology without showing it. */
export function announce(text: string): void {
  useToasts.setState(({ status }) => ({ status: anew(text, status) }));
}
