import { Switch } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { TextsField } from '../parts/ListFields.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import type { ServicesForm } from './form.ts';

type Policy = ServicesForm['policy'];

const NUMBERS = [
  ['minimumLength', 'Characters'],
  ['minimumCapitals', 'Capital letters'],
  ['minimumNumbers', 'Digits'],
  ['minimumSpecials', 'Special characters'],
] as const;

/** What a new password has to hold. */
export function PolicyGroup({ policy, failure, onChange }: { policy: Policy; failure: unknown; onChange(policy: Policy): void }) {
  return (
    <FormGroup title="Password policy" help="How many of each a new password has at least.">
      <div className="form-whole">
        <Switch
          label="This realm has a policy of its own"
          help="Without one, AIC's holds: 8 characters with a capital letter and a digit, and nothing of the name."
          isSelected={policy.on}
          onChange={(on) => onChange({ ...policy, on })}
        />
      </div>
      {policy.on ? (
        <>
          <div className="form-numbers">
            {NUMBERS.map(([name, label]) => (
              <NumberField
                key={name}
                label={label}
                value={policy[name]}
                onChange={(text) => onChange({ ...policy, [name]: text })}
                error={errorAt(failure, `passwordPolicy.${name}`)}
              />
            ))}
          </div>
          <div className="form-whole">
            <TextsField
              label="It must not contain the values of"
              add="Add attribute"
              texts={policy.cannotContain}
              onChange={(cannotContain) => onChange({ ...policy, cannotContain })}
              error={errorAt(failure, 'passwordPolicy.cannotContain')}
            />
          </div>
        </>
      ) : null}
    </FormGroup>
  );
}
