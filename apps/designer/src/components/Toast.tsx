import './feedback.css';
import { Ban, CircleCheck, CircleX, type LucideIcon } from 'lucide-react';
import { type ToastKind, useToasts } from './toast.ts';
import { placeOfToasts } from './toastPlace.ts';
import { usePlace } from './usePlace.ts';

const ICONS: Record<ToastKind, LucideIcon> = { done: CircleCheck, refused: Ban, failed: CircleX };

/** Shown once by the app: the live regions stay in the page, so that what is put into them is read out. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  const alert = useToasts((state) => state.alert);
  const status = useToasts((state) => state.status);
  const place = usePlace(toasts.length > 0, placeOfToasts);
  return (
    <>
      <div role="status" aria-live="polite" className="visually-hidden">
        {status}
      </div>
      <div role="alert" className="visually-hidden">
        {alert}
      </div>
      <div className="toasts" aria-hidden="true" style={place}>
        {toasts.map(({ id, kind, text }) => {
          const Icon = ICONS[kind];
          return (
            <div key={id} className="toast" data-kind={kind}>
              <Icon size={16} />
              {text}
            </div>
          );
        })}
      </div>
    </>
  );
}
