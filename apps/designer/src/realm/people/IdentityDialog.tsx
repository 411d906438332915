import type { IdentityView } from '@tandem/api';
import type { CustomAttribute } from '@tandem/journey';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Segmented, TextField, toast } from '../../components/index.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { focusSection } from '../parts/Section.tsx';
import { useForm } from '../parts/useForm.ts';
import { type IdentityKind, remove, saveIdentity } from '../queries.ts';
import { groupsOf } from './attributes.ts';
import { CustomFields } from './CustomFields.tsx';
import { Devices } from './Devices.tsx';
import { FurtherFields } from './FurtherFields.tsx';
import { bodyOf, formOf } from './form.ts';
import { PasswordField } from './PasswordField.tsx';

export interface IdentityDialogProps {
  realm: string;
  kind: IdentityKind;
  /** null: a new one. */
  identity: IdentityView | null;
  /** As it is now: a run or another person may change it while it is open. */
  now: IdentityView | undefined;
  customs: readonly CustomAttribute[];
  onClose(): void;
}

/** `required` of AIC's managed user. Journeys are tried with users of a name alone, so a missing one is only pointed at. */
const REQUIRED = new Set(['givenName', 'sn', 'mail']);
const STATUS = ['active', 'inactive'];

/** Everything about one user or agent. */
export function IdentityDialog({ realm, kind, identity, now, customs, onClose }: IdentityDialogProps) {
  const queries = useQueryClient();
  const [id] = useState(() => identity?._id ?? crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const { form, set, isDirty, failure, isBusy, save } = useForm(
    formOf(identity, kind, customs),
    async (current) => {
      const body = bodyOf(current, kind);
      if (body) await saveIdentity(realm, id, body);
    },
    { saved: identity ? 'Saved' : `Created the ${kind}`, onSaved: onClose, stored: now && formOf(now, kind, customs) },
  );
  const groups = groupsOf(kind);
  const names = groups.flatMap(({ fields }) => fields.map(([name]) => name));
  const userCustoms = kind === 'user' ? customs : [];
  const places = ['userName', 'accountStatus', 'password', ...names, ...userCustoms.map(({ name }) => name)];
  const missing = form.userName.trim() === '' ? 'A user name, such as bjensen.' : undefined;
  const halfNumber = userCustoms.some(({ name, type }) => type === 'number' && typeof form.custom[name] === 'string');
  const onSave = () => {
    setTried(true);
    if (missing === undefined && !halfNumber && bodyOf(form, kind) !== null) save();
  };
  return (
    <EditDialog
      title={identity?.userName ?? (kind === 'user' ? 'New user' : 'New agent')}
      word={kind}
      isNew={identity === null}
      isDirty={isDirty}
      places={places}
      failure={failure}
      isBusy={isBusy}
      onSave={onSave}
      onDelete={
        identity
          ? async () => {
              await remove(realm, 'identities', id);
              toast(`Deleted ${identity.userName}`);
              await queries.invalidateQueries();
              onClose();
              focusSection();
            }
          : undefined
      }
      deleteHint="Simulations that run already keep their own copy."
      onClose={onClose}
    >
      <FormGroup title="Account">
        <TextField
          label={kind === 'user' ? 'User name' : 'Agent name'}
          autoFocus={identity === null}
          isRequired
          value={form.userName}
          onChange={(userName) => set({ userName })}
          error={(tried ? missing : undefined) ?? errorAt(failure, 'userName')}
        />
        <Segmented
          label="Status"
          options={[...new Set([...STATUS, form.accountStatus])].map((value) => ({ value, label: value }))}
          value={form.accountStatus}
          onChange={(accountStatus) => set({ accountStatus })}
          error={errorAt(failure, 'accountStatus')}
        />
        <PasswordField
          hasPassword={identity?.hasPassword ?? false}
          isNew={identity === null}
          change={form.password}
          onChange={(password) => set({ password })}
          error={errorAt(failure, 'password')}
        />
      </FormGroup>
      {groups.map((group) => (
        <FormGroup key={group.title} title={group.title}>
          {group.fields.map(([name, label]) => (
            <TextField
              key={name}
              label={label}
              value={form.known[name] ?? ''}
              {...(kind === 'user' && REQUIRED.has(name) && !form.known[name]?.trim() ? { help: 'AIC requires it of every user.' } : {})}
              onChange={(text) => set({ known: { ...form.known, [name]: text } })}
              error={errorAt(failure, name)}
            />
          ))}
        </FormGroup>
      ))}
      {userCustoms.length > 0 ? (
        <CustomFields customs={userCustoms} values={form.custom} failure={failure} onChange={(custom) => set({ custom })} />
      ) : null}
      {kind === 'user' ? <Devices devices={form.devices} onChange={(devices) => set({ devices })} /> : null}
      <FurtherFields attributes={form.further} isTried={tried} onChange={(further) => set({ further })} />
    </EditDialog>
  );
}
