import { type ComponentProps, lazy, Suspense } from 'react';

const LazyEditValue = lazy(async () => ({ default: (await import('./EditValue.tsx')).EditValue }));

/** The form for a value: loaded when somebody edits one. */
export function EditValue(props: ComponentProps<typeof LazyEditValue>) {
  return (
    <Suspense fallback={null}>
      <LazyEditValue {...props} />
    </Suspense>
  );
}
