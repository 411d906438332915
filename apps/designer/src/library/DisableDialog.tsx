import type { JourneyUseAnswer } from '@tandem/api';
import { PowerOff } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, ErrorBox } from '../components/index.ts';
import { UseList } from './uses/UseList.tsx';

interface DisableDialogProps {
  realm: string;
  ids: readonly string[];
  /** What would miss them. */
  uses: readonly JourneyUseAnswer[];
  onDisable(): Promise<void>;
  onClose(): void;
}

/** Asks before journeys that others use are disabled: AM refuses a disabled journey wherever it is started. */
export function DisableDialog({ realm, ids, uses, onDisable, onClose }: DisableDialogProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const many = ids.length > 1;
  const title = many ? `${ids.length} journeys` : (ids[0] ?? '');
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onDisable();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`Disable ${title}?`}
      isOpen
      onClose={onClose}
      role="alertdialog"
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {many ? 'Keep them enabled' : 'Keep it enabled'}
          </Button>
          <Button kind="danger" icon={<PowerOff size={15} aria-hidden="true" />} isIdle={busy} onPress={() => void run()}>
            {many ? 'Disable journeys' : 'Disable journey'}
          </Button>
        </>
      }
    >
      <p>{`Nobody can log in with ${many ? 'them' : 'it'} while ${many ? 'they are' : 'it is'} disabled, and these places fail there:`}</p>
      <UseList realm={realm} uses={uses} namesTarget={many} />
      {failure ? <ErrorBox title={`${title} ${many ? 'were' : 'was'} not disabled`} error={failure} onRetry={() => void run()} /> : null}
    </Dialog>
  );
}
