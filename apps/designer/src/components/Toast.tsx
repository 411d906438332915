import './feedback.css';
import { CircleCheck } from 'lucide-react';
import { useToasts } from './toast.ts';

/** Shown once by the app: the live region stays in the page, so that what is put into it is read out. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  const status = useToasts((state) => state.status);
  return (
    <>
      <div role="status" aria-live="polite" className="visually-hidden">
        {status}
      </div>
      <div className="toasts" aria-hidden="true">
        {toasts.map((entry) => (
          <div key={entry.id} className="toast">
            <CircleCheck size={16} />
            {entry.text}
          </div>
        ))}
      </div>
    </>
  );
}
