import { useQueryClient } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { announce, Button, ErrorBox } from '../../components/index.ts';
import { createJourney } from '../../library/actions.ts';
import { useEditing, useEditor } from '../EditorContext.ts';

/** Creates the journey that a setting names and the realm lacks, and opens it beside. */
export function CreateJourney({ name }: { name: string }) {
  const { openJourney } = useEditing();
  const realm = useEditor((state) => state.realm);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const create = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await createJourney(realm, name);
      await queries.invalidateQueries();
      announce(`${name} was created`);
      openJourney(name);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="small" icon={<FilePlus2 size={14} aria-hidden="true" />} isDisabled={busy} onPress={() => void create()}>
        {`Create ${name}`}
      </Button>
      {failure ? <ErrorBox title={`${name} was not created`} error={failure} onRetry={() => void create()} /> : null}
    </>
  );
}
