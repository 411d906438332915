import { TextField } from '../../components/index.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { RowsField } from '../parts/ListFields.tsx';
import { type FurtherAttribute, furtherProblem } from './attributes.ts';

export interface FurtherFieldsProps {
  attributes: readonly FurtherAttribute[];
  /** Whether saving was tried: until then what is half typed is not called wrong. */
  isTried: boolean;
  /** Why an attribute cannot be stored as it is typed; by default, as those of people are. */
  problemOf?(attribute: FurtherAttribute): { name?: string; json?: string } | undefined;
  onChange(attributes: readonly FurtherAttribute[]): void;
}

/** Attributes without a field of their own: name and JSON. */
export function FurtherFields({ attributes, isTried, problemOf = furtherProblem, onChange }: FurtherFieldsProps) {
  return (
    <FormGroup title="Further attributes" help='Any other attribute that scripts or nodes read. The value is JSON: "text", 7, true, ["a"].'>
      <RowsField
        label="Attributes"
        add="Add attribute"
        rows={attributes}
        onChange={onChange}
        blank={{ name: '', json: '' }}
        nameOf={({ name }) => name}
      >
        {(attribute, put, index) => {
          const problem = isTried ? problemOf(attribute) : undefined;
          return (
            <>
              <TextField
                label={`Attribute ${index + 1}`}
                hideLabel
                mono
                placeholder="Attribute"
                value={attribute.name}
                error={problem?.name}
                onChange={(name) => put({ ...attribute, name })}
              />
              <TextField
                label={`Value of ${attribute.name || `attribute ${index + 1}`}`}
                hideLabel
                mono
                placeholder="JSON"
                value={attribute.json}
                error={problem?.json}
                onChange={(json) => put({ ...attribute, json })}
              />
            </>
          );
        }}
      </RowsField>
    </FormGroup>
  );
}
