import { Select, TextField } from '../../components/index.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Content } from '../queries.ts';
import { decodeValue, type ExpressionType, encodeValue, TYPES, valueProblem } from './value.ts';

const TYPE_LABELS: Record<ExpressionType, string> = {
  string: 'string',
  int: 'int: a whole number',
  number: 'number',
  bool: 'bool: true or false',
  list: 'list: texts, comma separated',
  array: 'array: JSON',
  object: 'object: JSON',
  base64encodedinlined: 'base64encodedinlined',
};

export interface VariableDialogProps {
  realm: string;
  variable: Content<'variables'> | null;
  taken: readonly string[];
  onClose(): void;
}

export function VariableDialog({ realm, variable, taken, onClose }: VariableDialogProps) {
  const stored = variable ? decodeValue(variable.valueBase64) : '';
  const { form, set, failure, tried, idProblem, dialog } = useContentForm({
    realm,
    kind: 'variables',
    id: variable?._id ?? null,
    initial: {
      id: variable?._id ?? 'esv-',
      type: variable?.expressionType ?? ('string' as const),
      value: stored ?? '',
      description: variable?.description ?? '',
    },
    bodyOf: ({ type, value, description }) => {
      if (valueProblem(type, value) !== undefined) return null;
      const { _id, description: _, ...kept } = variable ?? { _id: '' };
      // A value that is no text here stays as it was until another is typed.
      const valueBase64 = variable && value === '' && stored === undefined ? variable.valueBase64 : encodeValue(value);
      return { ...kept, valueBase64, expressionType: type, ...(description === '' ? {} : { description }) };
    },
    taken,
    onClose,
  });
  const unreadable = stored === undefined ? 'The stored value is no base64 of a text. Type another to replace it.' : undefined;
  return (
    <EditDialog
      {...dialog}
      title={variable?._id ?? 'New environment variable'}
      word="variable"
      places={['id', 'expressionType', 'valueBase64', 'description']}
      deleteHint="Scripts that read it get null."
    >
      <FormGroup title="Variable">
        {variable ? null : (
          <TextField
            label="Name"
            mono
            autoFocus
            value={form.id}
            onChange={(id) => set({ id })}
            help="esv- and lower-case letters, digits, - or _."
            error={idProblem ?? errorAt(failure, 'id')}
          />
        )}
        <Select
          label="Type"
          options={TYPES.map((value) => ({ value, label: TYPE_LABELS[value] }))}
          value={form.type}
          onChange={(type) => set({ type: type as ExpressionType })}
          error={errorAt(failure, 'expressionType')}
        />
        <div className="form-whole">
          <TextField
            label="Value"
            mono
            rows={4}
            value={form.value}
            onChange={(value) => set({ value })}
            help={unreadable}
            error={(tried ? valueProblem(form.type, form.value) : undefined) ?? errorAt(failure, 'valueBase64')}
          />
        </div>
        <div className="form-whole">
          <TextField
            label="Description"
            value={form.description}
            onChange={(description) => set({ description })}
            error={errorAt(failure, 'description')}
          />
        </div>
      </FormGroup>
    </EditDialog>
  );
}
