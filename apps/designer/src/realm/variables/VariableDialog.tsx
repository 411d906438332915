import { Select, TextField } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Content } from '../queries.ts';
import { EsvDialog } from './EsvDialog.tsx';
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
    <EsvDialog
      {...{ form, set, failure, idProblem, dialog }}
      kind="variable"
      id={variable?._id}
      title="New environment variable"
      nameHelp="esv- and lower-case letters, digits, - or _."
      deleteHint="Scripts that read it get null."
      places={['expressionType', 'valueBase64']}
    >
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
    </EsvDialog>
  );
}
