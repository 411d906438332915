import { Switch } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { TextsField } from '../parts/ListFields.tsx';
import type { ServicesForm } from './form.ts';

type Applications = Pick<ServicesForm, 'corsOrigins' | 'gotoUrls' | 'httpOnlyTokens'>;

interface Props {
  applications: Applications;
  failure: unknown;
  onChange(changes: Partial<Applications>): void;
}

/** What applications in browsers may do: CORS Service, Validation Service, HttpOnly session cookies. */
export function ApplicationsGroup({ applications, failure, onChange }: Props) {
  return (
    <FormGroup title="Applications in browsers">
      <div className="form-whole">
        <TextsField
          label="Origins whose pages may call AM"
          add="Add origin"
          help="CORS Service, such as http://localhost:3000: with cookies, for sign-in, sessions and OAuth 2.0. None named: no other page may."
          texts={applications.corsOrigins}
          onChange={(corsOrigins) => onChange({ corsOrigins })}
          error={errorAt(failure, 'corsOrigins')}
        />
        <TextsField
          label="Addresses that goto may name"
          add="Add address"
          help="Validation Service; * stands for anything. This server’s own addresses always may be named."
          texts={applications.gotoUrls}
          onChange={(gotoUrls) => onChange({ gotoUrls })}
          error={errorAt(failure, 'gotoUrls')}
        />
        <Switch
          label="The session’s token stays in its cookie"
          help="HttpOnly mode: tokenId of answers is empty."
          isSelected={applications.httpOnlyTokens}
          onChange={(httpOnlyTokens) => onChange({ httpOnlyTokens })}
        />
      </div>
    </FormGroup>
  );
}
