import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { assumptionsReader } from './derive/facts.ts';
import { useScene } from './hooks.ts';

/** How much of the run is known to be what AM does, and what is assumed. */
export function Assumptions() {
  const events = useScene((scene) => scene.events);
  const [read] = useState(assumptionsReader);
  const { steps, resting, byHand, rules, hands } = read(events);
  const isReading = useScene((scene) => scene.unread > 0);
  if (steps === 0 || isReading) return null;
  return (
    <DialogTrigger>
      <Button className="sim-assumptions" data-some={resting + byHand > 0 || undefined}>
        <FlaskConical size={13} aria-hidden="true" />
        <span>
          {`${resting} of ${steps} steps rest on assumptions`}
          {byHand > 0 ? `, ${byHand} ${byHand === 1 ? 'was' : 'were'} answered by hand` : ''}
        </span>
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
            <p>{`Every step so far ${byHand > 0 ? 'that Tandem executed ' : ''}follows a rule that is documented or was recorded on a tenant.`}</p>
          )}
          {hands.length > 0 ? (
            <>
              <p className="dim">Tandem does not execute these nodes; you chose how they end:</p>
              <ul>
                {hands.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
