import './details.css';
import type { JourneyUseAnswer } from '@tandem/api';
import { detailsOf } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { journeyQuery, unsavedJourneys, useLeaveGuard } from '../../app/index.ts';
import { Button, Dialog, DiscardDialog, ErrorBox, Skeleton } from '../../components/index.ts';
import { saveDetails } from '../actions.ts';
import { DisableDialog } from '../DisableDialog.tsx';
import { whoMisses } from '../missing.ts';
import { DetailsForm } from './DetailsForm.tsx';
import type { DetailsForm as Form } from './flags.ts';
import { bodyOf, formOf, problemsOf } from './form.ts';

interface DetailsDialogProps {
  realm: string;
  id: string;
  /** Names of the realm's other journeys. */
  taken: readonly string[];
  /** Whether it is the realm's default journey. */
  isDefault: boolean;
  onSaved(message: string): void;
  onClose(): void;
}

/** What a saved change did, in one sentence. */
function sentence(before: string, { id, rewritten }: Awaited<ReturnType<typeof saveDetails>>): string {
  if (id === before) return `Saved the details of ${id}`;
  const places = [...rewritten.journeys, ...rewritten.scripts.map((name) => `the script ${name}`)];
  return places.length === 0 ? `Renamed to ${id}` : `Renamed to ${id}, also in ${places.join(', ')}`;
}

/** A journey's name and settings; a refusal stays here with what was typed. */
export function DetailsDialog({ realm, id, taken, isDefault, onSaved, onClose }: DetailsDialogProps) {
  const document = useQuery({ ...journeyQuery(realm, id), staleTime: 0, gcTime: 0, refetchOnMount: 'always' });
  const [changes, setChanges] = useState<Partial<Form>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  /** Who would miss the journey, while that is asked about. */
  const [missing, setMissing] = useState<readonly JourneyUseAnswer[] | null>(null);
  // What is read again while somebody writes must not take the form away with what they have not finished.
  const form = document.data && document.isFetchedAfterMount ? { ...formOf(id, detailsOf(document.data.tree)), ...changes } : null;
  const problems = form ? problemsOf(form, taken, id, isDefault) : {};
  const isWrong = Object.keys(problems).length > 0;
  // Its draft is kept under its name, and so is what others may have open.
  const open = unsavedJourneys(realm);
  const lockedName = open.includes(id) ? 'The journey is open with changes that are not saved. Save or undo them to give it another name.' : null;
  const { leaving, ask, stay } = useLeaveGuard(Object.keys(changes).length > 0);
  const close = () => ask(onClose);
  const save = async (isAsked = false) => {
    setTried(true);
    if (!form || !document.data || isWrong || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const isDisabled = !form.enabled && detailsOf(document.data.tree).enabled;
      const uses = isDisabled && !isAsked ? await whoMisses(realm, [id]) : [];
      if (uses.length > 0) {
        setMissing(uses);
        setBusy(false);
        return;
      }
      setMissing(null);
      onSaved(sentence(id, await saveDetails(realm, id, { baseVersion: document.data.version, details: bodyOf(form) })));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`Details of ${id}`}
      size="wide"
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button kind="primary" isIdle={busy || form === null || (tried && isWrong)} onPress={() => void save()}>
            Save details
          </Button>
        </>
      }
    >
      {document.error ? (
        <ErrorBox title="The journey could not be read" error={document.error} onRetry={() => void document.refetch()} />
      ) : form ? (
        <DetailsForm
          form={form}
          problems={problems}
          identityResources={[`managed/${realm}_user`]}
          lockedName={lockedName}
          onChange={(change) => setChanges({ ...changes, ...change })}
        />
      ) : (
        <Skeleton label="Reading the journey" lines={6} />
      )}
      {failure ? <ErrorBox title="The details were not saved" error={failure} onRetry={() => void save()} /> : null}
      {missing ? <DisableDialog realm={realm} ids={[id]} uses={missing} onDisable={() => save(true)} onClose={() => setMissing(null)} /> : null}
      {leaving ? <DiscardDialog onDiscard={leaving} onStay={stay} /> : null}
    </Dialog>
  );
}
