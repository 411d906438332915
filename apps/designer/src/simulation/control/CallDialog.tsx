import type { HttpStub } from '@tandem/journey';
import { useState } from 'react';
import { EditDialog } from '../../realm/parts/EditDialog.tsx';
import { errorAt } from '../../realm/parts/errors.ts';
import { useForm } from '../../realm/parts/useForm.ts';
import { StubFields } from '../../realm/stubs/StubFields.tsx';
import { type Call, STUB_PLACES, stubBodyOf, stubFormOf } from '../../realm/stubs/stubForm.ts';
import { useSimulation } from '../hooks.ts';
import type { Stubs } from './control.ts';

interface CallDialogProps {
  /** What it begins with: the realm's stub, or this simulation's own. */
  stub: HttpStub | null;
  /** The call that a new one is to answer. */
  call: Call | undefined;
  onClose(): void;
}

/** How this simulation, and no other, answers an HTTP call. */
export default function CallDialog({ stub, call, onClose }: CallDialogProps) {
  const { control } = useSimulation();
  const [tried, setTried] = useState(false);
  const [initial] = useState(() => stubFormOf(stub, crypto.randomUUID(), call));
  const { form, set, failure, isBusy, isDirty, save } = useForm(
    initial,
    (current) => control.putStubs((stubs): Stubs => ({ ...stubs, [current.id]: { _id: current.id, ...stubBodyOf(current) } as HttpStub })),
    { saved: 'This simulation answers it from now on', onSaved: onClose },
  );
  const onSave = () => {
    setTried(true);
    if (stubBodyOf(form) !== null) save();
  };
  return (
    <EditDialog
      title="Answer this call with"
      word="answer"
      places={STUB_PLACES.map((field) => `stubs.${form.id}.${field}`)}
      isNew={stub === null}
      isDirty={isDirty}
      failure={failure}
      isBusy={isBusy}
      onSave={onSave}
      onClose={onClose}
    >
      <p className="dim">Only in this simulation, from now on. The realm stays as it is.</p>
      <StubFields
        form={form}
        set={set}
        tried={tried}
        isNew={stub === null && call === undefined}
        errorOf={(field) => errorAt(failure, `stubs.${form.id}.${field}`)}
      />
    </EditDialog>
  );
}
