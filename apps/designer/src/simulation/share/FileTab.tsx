import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button, ErrorBox, Segmented, toast } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';
import { filePath } from './paths.ts';
import { saveFrom } from './save.ts';

const CHOICES = [
  { value: 'without', label: 'Without secrets' },
  { value: 'with', label: 'With secrets' },
] as const;

const HELP = {
  without:
    'Passwords, their hashes, cookies, credentials of HTTP calls, secrets of the realm and what scripts keep in transient or secure state are replaced by a word. What people were shown (mails, codes, links) is in it. For colleagues, tickets and the public.',
  with: 'Everything, readable by whoever has the file: typed passwords, the password hashes of the people of the realm, the realm’s secrets. For somebody who may know them anyway and wants to go on with the run.',
};

/** The simulation as a file that runs again elsewhere. */
export function FileTab() {
  const { id } = useSimulation();
  const [choice, setChoice] = useState<keyof typeof HELP>('without');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      toast(`Saved ${await saveFrom(filePath(id, choice === 'with'), 'application/json', 'simulation.json')}`);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="share-tab">
      <p>
        The file holds the realm as this simulation ran it and every input. Opened in another Tandem (Simulations, Open a file), it is run again and
        taken only when it gives the very same events.
      </p>
      <Segmented
        label="Secrets"
        options={CHOICES}
        value={choice}
        onChange={(value) => {
          setChoice(value);
          setFailure(null);
        }}
        help={HELP[choice]}
      />
      {failure ? <ErrorBox title="The file was not made" error={failure} onRetry={() => void save()} /> : null}
      <div>
        <Button kind="primary" icon={<Download size={15} aria-hidden="true" />} isIdle={busy} onPress={() => void save()}>
          {choice === 'with' ? 'Save file with secrets' : 'Save file'}
        </Button>
      </div>
    </div>
  );
}
