import { Select, TextField } from '../../components/index.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { RowsField } from '../parts/ListFields.tsx';
import type { ServicesForm } from './form.ts';

type Attributes = ServicesForm['customAttributes'];

const TYPES = [
  { value: 'string', label: 'text' },
  { value: 'number', label: 'number' },
  { value: 'boolean', label: 'true or false' },
  { value: 'array', label: 'list of texts' },
];

/** Attributes of users beyond those that every tenant has. */
export function CustomAttributesGroup({
  attributes,
  error,
  onChange,
}: {
  attributes: Attributes;
  error: string | undefined;
  onChange(attributes: Attributes): void;
}) {
  return (
    <FormGroup title="Custom attributes" help="Users get a field for each; a CSV import reads its cells by their type.">
      <div className="form-whole">
        <RowsField
          label="Attributes of users"
          add="Add attribute"
          rows={attributes}
          onChange={onChange}
          blank={{ name: '', title: '', type: 'string' as const }}
          nameOf={({ name }) => name}
          error={error}
        >
          {(attribute, put, index) => (
            <>
              <TextField
                label={`Name of attribute ${index + 1}`}
                hideLabel
                mono
                placeholder="Name, such as custom_employeeNumber"
                value={attribute.name}
                onChange={(name) => put({ ...attribute, name })}
                error={attributes.filter(({ name }) => name === attribute.name).length > 1 ? 'Used twice' : undefined}
              />
              <TextField
                label={`Title of attribute ${index + 1}`}
                hideLabel
                placeholder="Title"
                value={attribute.title}
                onChange={(title) => put({ ...attribute, title })}
              />
              <Select
                label={`Type of attribute ${index + 1}`}
                hideLabel
                options={TYPES}
                value={attribute.type}
                onChange={(type) => put({ ...attribute, type: type as (typeof attribute)['type'] })}
              />
            </>
          )}
        </RowsField>
      </div>
    </FormGroup>
  );
}
