import { Segmented, Switch, TextField } from '../../components/index.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Stored } from '../queries.ts';
import { bodyOf, formOf, textOf, wordsOf } from './form.ts';
import { LocaleEditor } from './LocaleEditor.tsx';

const TYPES = [
  { value: 'html', label: 'HTML' },
  { value: 'plain', label: 'Plain text' },
] as const;

export interface TemplateDialogProps {
  realm: string;
  template: Stored<'emailTemplates'> | null;
  onClose(): void;
}

export function TemplateDialog({ realm, template, onClose }: TemplateDialogProps) {
  const { form, set, content, failure, idProblem, dialog } = useContentForm({
    realm,
    kind: 'emailTemplates',
    stored: template,
    formOf,
    bodyOf,
    words: wordsOf,
    onClose,
  });
  return (
    <EditDialog
      {...dialog}
      title={template ? form.id : 'New email template'}
      word="template"
      size="full"
      places={['id', 'displayName', 'from', 'defaultLocale', 'subject', 'message', 'html']}
      deleteHint="Nodes that send it send nothing."
    >
      <FormGroup title="Template">
        {template ? null : (
          <TextField
            label="Id"
            mono
            autoFocus
            placeholder="welcome"
            value={form.id}
            onChange={(id) => set({ id })}
            help="What nodes name it by."
            error={idProblem ?? errorAt(failure, 'id')}
          />
        )}
        <TextField
          label="Display name"
          value={form.displayName}
          onChange={(displayName) => set({ displayName })}
          error={errorAt(failure, 'displayName')}
        />
        <TextField
          label="From"
          placeholder="admin@example.com"
          value={form.from}
          onChange={(from) => set({ from })}
          error={errorAt(failure, 'from')}
        />
        <Segmented label="Body" options={TYPES} value={form.isPlain ? 'plain' : 'html'} onChange={(type) => set({ isPlain: type === 'plain' })} />
        <Switch label="Enabled" help="A disabled template is not sent." isSelected={form.enabled} onChange={(enabled) => set({ enabled })} />
      </FormGroup>
      <LocaleEditor form={form} set={set} styles={textOf(content?.styles)} failure={failure} />
    </EditDialog>
  );
}
