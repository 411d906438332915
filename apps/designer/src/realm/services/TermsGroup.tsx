import { Switch, TextField } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { PairsField } from '../parts/ListFields.tsx';
import { blankAlready, type ServicesForm } from './form.ts';

type Terms = ServicesForm['terms'];

/** The active version of the terms and conditions. */
export function TermsGroup({ terms, stored, failure, onChange }: { terms: Terms; stored: Terms; failure: unknown; onChange(terms: Terms): void }) {
  return (
    <FormGroup title="Terms and conditions">
      <div className="form-whole">
        <Switch
          label="There are terms to accept"
          help="Accept Terms and Conditions shows them; its decision compares the version that a user accepted."
          isSelected={terms.on}
          onChange={(on) => onChange({ ...terms, on })}
        />
      </div>
      {terms.on ? (
        <>
          <TextField
            label="Version"
            value={terms.version}
            onChange={(version) => onChange({ ...terms, version })}
            error={errorAt(failure, 'termsAndConditions.version')}
          />
          <TextField
            label="Created"
            mono
            value={terms.createDate}
            onChange={(createDate) => onChange({ ...terms, createDate })}
            help="When this version was made, as 2026-01-31T12:00:00Z."
            error={errorAt(failure, 'termsAndConditions.createDate')}
          />
          <div className="form-whole">
            <PairsField
              label="Text"
              add="Add locale"
              isNarrow
              nameLabel="Locale"
              textLabel="Text"
              rows={3}
              pairs={terms.text}
              onChange={(text) => onChange({ ...terms, text })}
              error={errorAt(failure, 'termsAndConditions.text') ?? (stored.on ? blankAlready(terms.text, stored.text) : undefined)}
            />
          </div>
        </>
      ) : null}
    </FormGroup>
  );
}
