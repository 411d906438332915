import './archetypes.css';
import type { ArchetypeView } from '@tandem/api';
import { freeName } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, Dialog, ErrorBox, Skeleton, TextField } from '../../components/index.ts';
import { archetypesOf, createFromArchetype, createJourney, nameProblem } from '../actions.ts';
import { ArchetypeList } from './ArchetypeList.tsx';

interface NewJourneyDialogProps {
  realm: string;
  taken: readonly string[];
  /** @param journeys what was made, the one to open first; a second one belongs beside it */
  onCreated(journeys: readonly string[]): void;
  onClose(): void;
}

const BLANK: ArchetypeView = {
  id: 'blank',
  title: 'Blank journey',
  help: 'Start, Success and Failure; the rest is yours.',
  names: [{ key: 'main', label: 'Name', initial: '' }],
};

/** A new journey, blank or of an archetype: nothing is asked but names. */
export function NewJourneyDialog({ realm, taken, onCreated, onClose }: NewJourneyDialogProps) {
  const list = useQuery({ queryKey: ['archetypes'], queryFn: archetypesOf });
  const [kind, setKind] = useState(BLANK);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // The names of archetypes are one word.
  const offered = (initial: string) => (initial === '' ? '' : freeName(initial, (name) => nameProblem(name, taken) !== null, ''));
  const fields = kind.names.map(({ key, label, initial }) => ({ key, label, value: typed[key] ?? offered(initial) }));
  const problemOf = ({ key, value }: { key: string; value: string }) =>
    nameProblem(value, [...taken, ...fields.filter((other) => other.key !== key).map((other) => other.value.trim())]);
  const isWrong = fields.some((field) => problemOf(field) !== null);
  const submit = async () => {
    setTried(true);
    if (isWrong || busy) return;
    setBusy(true);
    setFailure(null);
    const names = Object.fromEntries(fields.map(({ key, value }) => [key, value.trim()]));
    try {
      if (kind.id === BLANK.id) await createJourney(realm, names.main ?? '');
      else await createFromArchetype(realm, kind.id, names);
      onCreated(kind.names.map(({ key }) => names[key] ?? ''));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const onForm = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <Dialog
      title="New journey"
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isIdle={busy} onPress={() => void submit()}>
            {fields.length > 1 ? 'Create both journeys' : 'Create journey'}
          </Button>
        </>
      }
    >
      <form onSubmit={onForm} className="name-form">
        <div className="archetype-names">
          {fields.map((field, index) => (
            <TextField
              key={`${kind.id} ${field.key}`}
              label={field.label}
              autoFocus={index === 0 && kind.id === BLANK.id}
              value={field.value}
              onChange={(value) => setTyped({ ...typed, [field.key]: value })}
              help={index === 0 ? 'A journey is known by its name; it is part of its address.' : undefined}
              error={(tried || field.value !== '') && problemOf(field) !== null ? (problemOf(field) ?? undefined) : undefined}
            />
          ))}
        </div>
        {list.error ? (
          <ErrorBox title="The archetypes could not be read" error={list.error} onRetry={() => void list.refetch()} />
        ) : list.data ? (
          <ArchetypeList
            kinds={[BLANK, ...list.data]}
            chosen={kind.id}
            onChoose={(next) => {
              setKind(next);
              // A name that was typed for the main journey stays; the others are another journey's.
              setTyped(typed.main && kind.id === BLANK.id ? { main: typed.main } : {});
            }}
          />
        ) : (
          <Skeleton label="Reading the archetypes" lines={4} />
        )}
        {/* Enter creates, from the archetypes as from the names. */}
        <button type="submit" hidden aria-label="Create" />
      </form>
      {failure ? <ErrorBox title="The journey was not created" error={failure} onRetry={() => void submit()} /> : null}
    </Dialog>
  );
}
