import '../details/details.css';
import type { JourneySummary } from '@tandem/api';
import { useState } from 'react';
import { Button, Dialog, ErrorBox } from '../../components/index.ts';
import { changeJourneys } from '../actions.ts';
import { TagsField } from '../details/TagsField.tsx';

interface TagDialogProps {
  realm: string;
  /** The chosen ones. */
  journeys: readonly JourneySummary[];
  onDone(message: string): void;
  onClose(): void;
}

/** Adds tags to several journeys and takes tags away from them. */
export function TagDialog({ realm, journeys, onDone, onClose }: TagDialogProps) {
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const present = [...new Set(journeys.flatMap(({ tags }) => tags))].sort();
  const countOf = (tag: string) => journeys.filter(({ tags }) => tags.includes(tag)).length;
  const nothing = add.length === 0 && remove.length === 0;
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const changed = await changeJourneys(realm, { kind: 'tag', ids: journeys.map(({ id }) => id), add, remove: [...remove] });
      onDone(changed.length === 1 ? 'Tagged 1 journey' : `Tagged ${changed.length} journeys`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={journeys.length === 1 ? `Tag ${journeys[0]?.id}` : `Tag ${journeys.length} journeys`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isIdle={busy || nothing} onPress={() => void save()}>
            Save tags
          </Button>
        </>
      }
    >
      <TagsField label="Tags to add" tags={add} onChange={setAdd} />
      {present.length > 0 ? (
        <fieldset className="tags-present">
          <legend className="field-label">Tags they have; those that you clear are removed</legend>
          {present.map((tag) => (
            <label key={tag} className="tags-choice">
              <input
                type="checkbox"
                checked={!remove.includes(tag)}
                onChange={(event) => setRemove(event.target.checked ? remove.filter((other) => other !== tag) : [...remove, tag])}
              />
              {tag}
              <span className="dim">{`${countOf(tag)} of ${journeys.length}`}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {failure ? <ErrorBox title="The tags were not saved" error={failure} onRetry={() => void save()} /> : null}
    </Dialog>
  );
}
