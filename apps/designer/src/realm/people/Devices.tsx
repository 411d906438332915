import './people.css';
import type { Json, JsonObject } from '@tandem/journey';
import { Plus, Smartphone, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton, TextField } from '../../components/index.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { newDevice } from './attributes.ts';

function dateOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toLocaleDateString(undefined, { dateStyle: 'medium' });
}

const nameOf = (device: JsonObject): string => (typeof device.deviceName === 'string' ? device.deviceName : 'A device without a name');

/** Phones that Push Sender reaches; the outbox's phone answers for them. */
export function Devices({ devices, onChange }: { devices: readonly JsonObject[]; onChange(devices: readonly JsonObject[]): void }) {
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onChange([...devices, newDevice(name.trim(), Date.now())]);
    setName('');
  };
  return (
    <FormGroup title="Push devices" help="A journey's push goes to the first; the outbox's phone answers for it.">
      <div className="devices">
        {devices.length === 0 ? <p className="dim">No device: Push Sender takes its Not Registered outcome.</p> : null}
        <ul>
          {devices.map((device, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: imported devices may lack an id
            <li key={index}>
              <Smartphone size={15} aria-hidden="true" />
              <span className="device-text">
                {nameOf(device)}
                <span className="dim">
                  {[
                    ['added', dateOf(device.createdDate)],
                    ['last used', dateOf(device.lastAccessDate)],
                  ]
                    .filter(([, date]) => date !== undefined)
                    .map((parts) => parts.join(' '))
                    .join(', ')}
                </span>
              </span>
              <IconButton
                label={`Remove ${nameOf(device)}`}
                icon={<Trash2 size={14} aria-hidden="true" />}
                onPress={() => onChange(devices.filter((_, place) => place !== index))}
              />
            </li>
          ))}
        </ul>
        <div className="device-add">
          <TextField
            label="Name of a new device"
            hideLabel
            placeholder="Name of a new device, such as Barbara's phone"
            value={name}
            onChange={setName}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter here adds the device; it does not save the user.
              event.preventDefault();
              add();
            }}
          />
          <Button icon={<Plus size={14} aria-hidden="true" />} isDisabled={name.trim() === ''} onPress={add}>
            Add device
          </Button>
        </div>
      </div>
    </FormGroup>
  );
}
