import { type ComponentProps, lazy, Suspense } from 'react';

/** Screens of a player that most runs never show: loaded when one does. */

const LazyPast = lazy(async () => ({ default: (await import('./PastScreen.tsx')).PastScreen }));
const LazyMirror = lazy(async () => ({ default: (await import('./Mirror.tsx')).Mirror }));

export function PastScreen(props: ComponentProps<typeof LazyPast>) {
  return (
    <Suspense fallback={null}>
      <LazyPast {...props} />
    </Suspense>
  );
}

export function Mirror(props: ComponentProps<typeof LazyMirror>) {
  return (
    <Suspense fallback={null}>
      <LazyMirror {...props} />
    </Suspense>
  );
}
