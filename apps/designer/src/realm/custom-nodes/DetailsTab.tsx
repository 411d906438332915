import '../../library/details/details.css';
import type { CustomNodeRecord } from '@tandem/api';
import { type CustomNodeType, customTypeId } from '@tandem/journey';
import { Select, TextField } from '../../components/index.ts';
import { TagsField } from '../../library/details/TagsField.tsx';
import { FormGroup } from '../parts/FormGroup.tsx';
import { CATEGORY_CHOICES, categoryOf, ownTags, tagsWith } from './categories.ts';
import { setField, type TypeCommand } from './draft.ts';

export interface PartProps {
  type: CustomNodeType;
  /** What is wrong with a field of the type, by its path. */
  errorOf(field: string): string | undefined;
  run(command: TypeCommand): void;
}

/** How the type is called and found. */
export function DetailsTab({ type, others, errorOf, run }: PartProps & { others: readonly CustomNodeRecord[] }) {
  const twin = others.some(({ nodeType }) => nodeType._id !== type._id && nodeType.displayName === type.displayName && type.displayName !== '');
  const setTags = (change: Parameters<typeof tagsWith>[1], name: string) => run(setField('tags', tagsWith(type, change), name));
  return (
    <div className="type-tab">
      <FormGroup title="What it is" help="What administrators see of the node.">
        <TextField
          label="Name"
          value={type.displayName}
          error={errorOf('displayName')}
          help={twin ? 'Another custom node is called so, too: administrators will not tell them apart.' : 'Human-readable name for this node.'}
          onChange={(text) => run(setField('displayName', text, `Rename to ${text}`, 'displayName'))}
        />
        <div className="form-whole">
          <TextField
            label="Description (optional)"
            rows={3}
            value={type.description ?? ''}
            help="Shown with the node: as help in the palette and beside its settings."
            onChange={(text) => run(setField('description', text, 'Change description', 'description'))}
          />
        </div>
      </FormGroup>
      <FormGroup title="Where it is found">
        <Select
          label="Category (optional)"
          options={CATEGORY_CHOICES}
          value={categoryOf(type)}
          help="Where AIC’s nodes menu lists it. Tandem’s palette has it under Custom nodes."
          onChange={(category) => setTags({ category }, 'Change category')}
        />
        <TagsField
          label="Tags (optional)"
          help="Words by which the node is found, too."
          tags={ownTags(type)}
          onChange={(own) => setTags({ own }, 'Change tags')}
        />
      </FormGroup>
      <FormGroup title="Identity" help="Journeys know the type by it; it never changes.">
        <div className="form-whole type-id">
          <span className="field-label">Node type</span>
          <code>{customTypeId(type)}</code>
        </div>
      </FormGroup>
    </div>
  );
}
