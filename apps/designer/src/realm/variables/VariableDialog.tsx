import { Select, TextField } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Stored } from '../queries.ts';
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
  variable: Stored<'variables'> | null;
  onClose(): void;
}

export function VariableDialog({ realm, variable, onClose }: VariableDialogProps) {
  const { form, set, content, failure, tried, idProblem, dialog } = useContentForm({
    realm,
    kind: 'variables',
    stored: variable,
    formOf: (stored) => ({
      id: stored?._id ?? 'esv-',
      type: stored?.expressionType ?? ('string' as const),
      value: (stored && decodeValue(stored.valueBase64)) ?? '',
      description: stored?.description ?? '',
    }),
    bodyOf: ({ type, value, description }, stored) => {
      if (valueProblem(type, value) !== undefined) return null;
      const { _id, description: _, ...kept } = stored ?? { _id: '' };
      // A value that is no text here stays as it was until another is typed.
      const valueBase64 = stored && value === '' && decodeValue(stored.valueBase64) === undefined ? stored.valueBase64 : encodeValue(value);
      return { ...kept, valueBase64, expressionType: type, ...(description === '' ? {} : { description }) };
    },
    words: ({ type, value, description }) => [
      ['Type', type],
      ['Value', value],
      ['Description', description],
    ],
    onClose,
  });
  const isUnreadable = content !== null && decodeValue(content.valueBase64) === undefined;
  const unreadable = isUnreadable ? 'The stored value is no base64 of a text. Type another to replace it.' : undefined;
  return (
    <EsvDialog
      {...{ form, set, failure, idProblem, dialog }}
      kind="variable"
      id={variable?.content._id}
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
