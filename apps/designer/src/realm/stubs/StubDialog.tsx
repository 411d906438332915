import { useState } from 'react';
import { ComboBox, TextField } from '../../components/index.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { mapOf, type Pair, PairsField } from '../parts/ListFields.tsx';
import { NumberField, numberOf } from '../parts/NumberField.tsx';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Stored } from '../queries.ts';

const METHODS = [{ value: '*', label: 'Any method' }, ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((value) => ({ value, label: value }))];
const JSON_HEADER: readonly Pair[] = [['Content-Type', 'application/json']];

export interface StubDialogProps {
  realm: string;
  /** null: a new one. */
  stub: Stored<'stubs'> | null;
  /** The call that a new one is to answer. */
  call?: { method: string; url: string } | undefined;
  onClose(): void;
}

/** One answer to HTTP calls: which calls it answers, and what with. */
export function StubDialog({ realm, stub, call, onClose }: StubDialogProps) {
  const [fresh] = useState(() => crypto.randomUUID() as string);
  const { form, set, content, failure, tried, dialog } = useContentForm({
    realm,
    kind: 'stubs',
    stored: stub,
    formOf: (stored) => ({
      id: stored?._id ?? fresh,
      method: stored?.method ?? call?.method ?? 'GET',
      url: stored?.url ?? call?.url ?? '',
      status: String(stored?.status ?? 200),
      headers: (stored ? Object.entries(stored.headers ?? {}) : JSON_HEADER) as readonly Pair[],
      body: stored?.body ?? '',
      delay: stored?.delayMs === undefined ? '' : String(stored.delayMs),
    }),
    bodyOf: ({ method, url, status, headers, body, delay }) => {
      if (urlProblem(url) !== undefined) return null;
      const map = mapOf(headers);
      const delayMs = numberOf(delay);
      return {
        method,
        url: url.trim(),
        status: numberOf(status),
        body,
        ...(Object.keys(map).length === 0 ? {} : { headers: map }),
        ...(delayMs === undefined ? {} : { delayMs }),
      };
    },
    words: ({ method, url, status, headers, body, delay }) => [
      ['Method', method],
      ['URL pattern', url],
      ['Status', status],
      ['Delay', delay],
      ['Headers', headers.map(([name, text]) => `${name}: ${text}`).join('\n')],
      ['Body', body],
    ],
    onClose,
  });
  return (
    <EditDialog
      {...dialog}
      title={content ? `${content.method === '*' ? 'Any method' : content.method} ${content.url}` : 'New HTTP stub'}
      word="stub"
      places={['method', 'url', 'status', 'headers', 'body', 'delayMs']}
      deleteHint="Calls that only it answers are refused."
    >
      <FormGroup title="Call">
        <ComboBox
          label="Method"
          allowsCustom
          options={METHODS}
          value={form.method}
          onChange={(method) => set({ method })}
          error={errorAt(failure, 'method')}
        />
        <div className="form-whole">
          <TextField
            label="URL pattern"
            mono
            autoFocus={stub === null}
            placeholder="https://api.example.com/users/*"
            value={form.url}
            onChange={(url) => set({ url })}
            help="The whole URL; * stands for any run of characters."
            error={(tried ? urlProblem(form.url) : undefined) ?? errorAt(failure, 'url')}
          />
        </div>
      </FormGroup>
      <FormGroup title="Answer">
        <NumberField label="Status" value={form.status} onChange={(status) => set({ status })} error={errorAt(failure, 'status')} />
        <NumberField
          label="Delay"
          unit="ms"
          placeholder="0"
          value={form.delay}
          onChange={(delay) => set({ delay })}
          help="Simulated time that the answer takes."
          error={errorAt(failure, 'delayMs')}
        />
        <div className="form-whole">
          <PairsField
            label="Headers"
            add="Add header"
            nameLabel="Header"
            textLabel="Value"
            pairs={form.headers}
            onChange={(headers) => set({ headers })}
            error={errorAt(failure, 'headers')}
          />
        </div>
        <div className="form-whole">
          <TextField label="Body" mono rows={8} value={form.body} onChange={(body) => set({ body })} error={errorAt(failure, 'body')} />
        </div>
      </FormGroup>
    </EditDialog>
  );
}

/** A pattern is matched against whole URLs, so one without a scheme matches nothing unless it begins with the wildcard. */
function urlProblem(url: string): string | undefined {
  return /^(https?:\/\/|\*|http\*)./i.test(url.trim()) || url.trim() === '*' ? undefined : 'A whole URL, such as https://api.example.com/users/*.';
}
