import { Eye, EyeOff, Lock } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { IconButton } from '../../components/index.ts';

const Revealed = lazy(() => import('./Revealed.tsx'));

interface SecretProps {
  /** What it is, for the button: "password". */
  name: string;
  session: string;
  /** Path in the session. */
  place: readonly string[];
  /** The moment that it belongs to; null: now. */
  seq: number | null;
}

/** A secret: masked until it is asked for, and again when one looks elsewhere, or at another moment. Whoever shows it gives it a key by the moment. */
export function Secret({ name, ...of }: SecretProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const hide = () => document.hidden && setShown(false);
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, [shown]);
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className="sim-sealed">
      {shown ? (
        <Suspense fallback="…">
          <Revealed {...of} />
        </Suspense>
      ) : (
        <>
          <Lock size={12} aria-hidden="true" />
          sealed
        </>
      )}
      <IconButton
        size="small"
        label={`${shown ? 'Hide' : 'Show'} ${name}`}
        icon={<Icon size={12} aria-hidden="true" />}
        onPress={() => setShown(!shown)}
      />
    </span>
  );
}
