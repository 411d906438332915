import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Segmented, TextField } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { bodyIn, type LocaleTexts, type TemplateForm } from './form.ts';
import { Preview } from './Preview.tsx';

export interface LocaleEditorProps {
  form: TemplateForm;
  set(patch: Partial<TemplateForm>): void;
  styles: string;
  failure: unknown;
}

/** Subject and body in one language at a time, with what a mail program would show. */
export function LocaleEditor({ form, set, styles, failure }: LocaleEditorProps) {
  const [chosen, setChosen] = useState(form.defaultLocale);
  const [fresh, setFresh] = useState('');
  const { texts } = form;
  const shown = texts.find(({ locale }) => locale === chosen) ?? texts[0];
  if (shown === undefined) return null;
  const isDefault = shown.locale === form.defaultLocale;
  const put = (patch: Partial<LocaleTexts>) => set({ texts: texts.map((entry) => (entry === shown ? { ...entry, ...patch } : entry)) });
  const wanted = fresh.trim();
  const isTaken = texts.some(({ locale }) => locale === wanted);
  const add = () => {
    if (wanted === '' || isTaken) return;
    set({ texts: [...texts, { locale: wanted, subject: '', message: '', html: '' }] });
    setChosen(wanted);
    setFresh('');
  };
  const remove = () => {
    set({ texts: texts.filter((entry) => entry !== shown) });
    setChosen(form.defaultLocale);
  };
  // AIC's editor keeps a copy of its own beside what is sent. It is edited where there is nothing else.
  const isHtmlOnly = shown.message === '' && shown.html !== '';
  return (
    <FormGroup
      title="Text"
      help="In the language that fits the client best, else the default one. {{object.userName}} and the like are filled in when it is sent; in a mail of Email Suspend, {{object.resumeURI}} is the link back."
    >
      <div className="form-whole locale-bar">
        <Segmented
          label="Language"
          hideLabel
          options={texts.map(({ locale }) => ({ value: locale, label: locale === form.defaultLocale ? `${locale} (default)` : locale }))}
          value={shown.locale}
          onChange={setChosen}
        />
        {isDefault ? null : (
          <>
            <Button size="small" onPress={() => set({ defaultLocale: shown.locale })}>
              Make it the default
            </Button>
            <Button size="small" kind="danger" icon={<Trash2 size={13} aria-hidden="true" />} onPress={remove}>
              {`Remove ${shown.locale}`}
            </Button>
          </>
        )}
        <span className="locale-add">
          <TextField
            label="Another language"
            hideLabel
            mono
            placeholder="Locale"
            value={fresh}
            onChange={setFresh}
            error={isTaken ? 'Is there already.' : undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <Button icon={<Plus size={14} aria-hidden="true" />} isDisabled={wanted === '' || isTaken} onPress={add}>
            Add language
          </Button>
        </span>
      </div>
      <div className="form-whole">
        <TextField
          label={`Subject, ${shown.locale}`}
          value={shown.subject}
          onChange={(subject) => put({ subject })}
          error={errorAt(failure, `subject.${shown.locale}`)}
        />
      </div>
      <div className="form-whole template-body">
        <TextField
          label={`${isHtmlOnly ? "HTML of AIC's editor" : 'Message'}, ${shown.locale}`}
          mono
          rows={14}
          value={isHtmlOnly ? shown.html : shown.message}
          onChange={(text) => put(isHtmlOnly ? { html: text } : { message: text })}
          error={errorAt(failure, `${isHtmlOnly ? 'html' : 'message'}.${shown.locale}`)}
        />
        <Preview subject={shown.subject} body={bodyIn(shown, styles)} isPlain={form.isPlain} />
      </div>
    </FormGroup>
  );
}
