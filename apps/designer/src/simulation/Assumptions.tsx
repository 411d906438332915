import type { SimEvent } from '@tandem/api';
import { FlaskConical } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { assumptionsOf } from './derive/facts.ts';

/** How much of the run is known to be what AM does, and what is assumed. */
export function Assumptions({ events }: { events: readonly SimEvent[] }) {
  const { steps, resting, rules } = useMemo(() => assumptionsOf(events), [events]);
  if (steps === 0) return null;
  return (
    <DialogTrigger>
      <Button className="sim-assumptions" data-some={resting > 0 || undefined}>
        <FlaskConical size={13} aria-hidden="true" />
        {resting} of {steps} steps rest on assumptions
      </Button>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog className="sim-rules" aria-label="Assumptions">
          {rules.length > 0 ? (
            <>
              <p className="dim">Ping does not document these rules; Tandem assumes them:</p>
              <ul>
                {rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </>
          ) : (
            <p>Every step so far follows a rule that is documented or was recorded on a tenant.</p>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
