import { Download, Power, PowerOff, Tags, Trash2 } from 'lucide-react';
import { Button, ChosenBar } from '../../components/index.ts';
import type { JourneyAction } from '../dialogs.ts';

interface BulkBarProps {
  count: number;
  isBusy: boolean;
  onAction(action: JourneyAction): void;
  onClear(): void;
}

const icon = { size: 15, 'aria-hidden': true } as const;

/** What can be done with the chosen journeys. */
export function BulkBar({ count, isBusy, onAction, onClear }: BulkBarProps) {
  return (
    <ChosenBar label="Chosen journeys" count={count} onClear={onClear}>
      <Button icon={<Download {...icon} />} onPress={() => onAction('export')}>
        {`Export ${count} chosen`}
      </Button>
      <Button icon={<Tags {...icon} />} onPress={() => onAction('tag')}>
        Tag
      </Button>
      <Button icon={<Power {...icon} />} isIdle={isBusy} onPress={() => onAction('enable')}>
        Enable
      </Button>
      <Button icon={<PowerOff {...icon} />} isIdle={isBusy} onPress={() => onAction('disable')}>
        Disable
      </Button>
      <Button kind="danger" icon={<Trash2 {...icon} />} onPress={() => onAction('delete')}>
        Delete
      </Button>
    </ChosenBar>
  );
}
