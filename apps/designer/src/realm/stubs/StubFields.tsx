import { ComboBox, TextField } from '../../components/index.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { PairsField } from '../parts/ListFields.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { type StubForm, urlProblem } from './stubForm.ts';

const METHODS = [{ value: '*', label: 'Any method' }, ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((value) => ({ value, label: value }))];

interface StubFieldsProps {
  form: StubForm;
  set(patch: Partial<StubForm>): void;
  /** Whether saving was tried: then what is missing is said. */
  tried: boolean;
  isNew: boolean;
  /** What the server says against a field. */
  errorOf(field: string): string | undefined;
}

/** Which calls a stub answers, and what with. */
export function StubFields({ form, set, tried, isNew, errorOf }: StubFieldsProps) {
  return (
    <>
      <FormGroup title="Call">
        <ComboBox
          label="Method"
          allowsCustom
          options={METHODS}
          value={form.method}
          onChange={(method) => set({ method })}
          error={errorOf('method')}
        />
        <div className="form-whole">
          <TextField
            label="URL pattern"
            mono
            autoFocus={isNew}
            placeholder="https://api.example.com/users/*"
            value={form.url}
            onChange={(url) => set({ url })}
            help="The whole URL; * stands for any run of characters."
            error={(tried ? urlProblem(form.url) : undefined) ?? errorOf('url')}
          />
        </div>
      </FormGroup>
      <FormGroup title="Answer">
        <NumberField label="Status" value={form.status} onChange={(status) => set({ status })} error={errorOf('status')} />
        <NumberField
          label="Delay"
          unit="ms"
          placeholder="0"
          value={form.delay}
          onChange={(delay) => set({ delay })}
          help="Simulated time that the answer takes."
          error={errorOf('delayMs')}
        />
        <div className="form-whole">
          <PairsField
            label="Headers"
            add="Add header"
            nameLabel="Header"
            textLabel="Value"
            pairs={form.headers}
            onChange={(headers) => set({ headers })}
            error={errorOf('headers')}
          />
        </div>
        <div className="form-whole">
          <TextField label="Body" mono rows={8} value={form.body} onChange={(body) => set({ body })} error={errorOf('body')} />
        </div>
      </FormGroup>
    </>
  );
}
