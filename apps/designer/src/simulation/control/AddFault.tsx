import type { FaultSetting } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { resourcesQuery } from '../../app/index.ts';
import { Button, Select, TextField } from '../../components/index.ts';
import { useLive } from '../hooks.ts';
import { type FaultDraft, type FaultMissing, faultOf } from './faultDraft.ts';

const KINDS = [
  { value: 'script', label: 'A script throws' },
  { value: 'http', label: 'HTTP calls fail' },
  { value: 'clock-skew', label: 'The clocks differ' },
];
const ROLES = [
  { value: 'main', label: 'Of the main journey' },
  { value: 'backchannel', label: 'Of the backchannel journey' },
];
const BLANK: FaultDraft = { kind: 'script', script: null, message: '', url: '', status: '500', role: 'backchannel', skew: '' };

/** A form for a fault that needs more than a switch. */
export function AddFault({ onAdd, onCancel }: { onAdd(fault: FaultSetting): void; onCancel(): void }) {
  const realm = useLive((state) => state.realm);
  const scripts = useQuery(resourcesQuery(realm)).data?.scripts ?? [];
  const [draft, setDraft] = useState(BLANK);
  const [missing, setMissing] = useState<FaultMissing>({});
  const set = (patch: Partial<FaultDraft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setMissing({});
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const made = faultOf(draft);
    if ('missing' in made) setMissing(made.missing);
    else onAdd(made.fault);
  };
  return (
    <form className="sim-control-form" aria-label="New fault" onSubmit={onSubmit}>
      <Select label="What goes wrong" options={KINDS} value={draft.kind} onChange={(kind) => set({ kind: kind as FaultDraft['kind'] })} />
      {draft.kind === 'script' ? (
        <>
          <Select
            label="Script"
            options={scripts.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.script}
            error={missing.script}
            onChange={(script) => set({ script })}
          />
          <TextField label="Message" placeholder="The script was made to fail" value={draft.message} onChange={(message) => set({ message })} />
        </>
      ) : null}
      {draft.kind === 'http' ? (
        <>
          <TextField
            label="URL pattern"
            mono
            placeholder="https://api.example.com/*"
            value={draft.url}
            onChange={(url) => set({ url })}
            help="The whole URL; * stands for any run of characters."
            error={missing.url}
          />
          <TextField label="Status" inputMode="numeric" value={draft.status} onChange={(status) => set({ status })} error={missing.status} />
        </>
      ) : null}
      {draft.kind === 'clock-skew' ? (
        <>
          <Select label="Server" options={ROLES} value={draft.role} onChange={(role) => set({ role: role as FaultDraft['role'] })} />
          <TextField
            label="Ahead by"
            placeholder="90 s"
            value={draft.skew}
            onChange={(skew) => set({ skew })}
            help="With a minus before it, the clock is behind."
            error={missing.skew}
          />
        </>
      ) : null}
      <div className="sim-control-buttons">
        <Button type="submit" size="small" kind="primary">
          Switch on
        </Button>
        <Button size="small" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
