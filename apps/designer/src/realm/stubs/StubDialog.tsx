import { useState } from 'react';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Stored } from '../queries.ts';
import { StubFields } from './StubFields.tsx';
import { type Call, STUB_PLACES, stubBodyOf, stubFormOf, stubTitle, stubWords } from './stubForm.ts';

export interface StubDialogProps {
  realm: string;
  /** null: a new one. */
  stub: Stored<'stubs'> | null;
  /** The call that a new one is to answer. */
  call?: Call | undefined;
  onClose(): void;
}

/** One answer to HTTP calls: which calls it answers, and what with. */
export function StubDialog({ realm, stub, call, onClose }: StubDialogProps) {
  const [fresh] = useState(() => crypto.randomUUID() as string);
  const { form, set, content, failure, tried, dialog } = useContentForm({
    realm,
    kind: 'stubs',
    stored: stub,
    formOf: (stored) => stubFormOf(stored, fresh, call),
    bodyOf: stubBodyOf,
    words: stubWords,
    onClose,
  });
  return (
    <EditDialog
      {...dialog}
      title={content ? stubTitle(content) : 'New HTTP stub'}
      word="stub"
      places={STUB_PLACES}
      deleteHint="Calls that only it answers are refused."
    >
      <StubFields form={form} set={set} tried={tried} isNew={stub === null} errorOf={(field) => errorAt(failure, field)} />
    </EditDialog>
  );
}
