import type { CustomNodeType } from '@tandem/journey';
import { SCRIPT_ERROR } from '@tandem/nodes';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { announce, Button, IconButton, Switch, TextField } from '../../components/index.ts';
import { FieldGroup } from '../../editor/fields/FieldGroup.tsx';
import { FormGroup } from '../parts/FormGroup.tsx';
import { focusAfterRow, focusMovedRow } from '../parts/rowFocus.ts';
import type { PartProps } from './DetailsTab.tsx';
import { addOutcome, moveOutcome, removeOutcome, renameOutcome, setField } from './draft.ts';

const icon = { size: 14, 'aria-hidden': true } as const;

/** Outcomes of the type, and the keys of node state that its script reads and writes. */
export function SettingsTab({ type, errorOf, run }: PartProps) {
  const { outcomes } = type;
  const move = (button: Element, place: number, by: 1 | -1) => {
    run(moveOutcome(place, by));
    focusMovedRow(button, by);
    announce(`${outcomes[place]} is outcome ${place + by + 1} of ${outcomes.length}`);
  };
  return (
    <div className="type-tab">
      <FormGroup title="Outcomes" help="What the script can decide, in the order of the ports on the node.">
        <div className="form-whole">
          <FieldGroup label="Outcomes for this node" error={errorOf('outcomes')}>
            {outcomes.map((outcome, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an outcome has no identity but its place, and typing must not lose the focus
              <div key={place} className="row-fields">
                <TextField
                  label={`Outcome ${place + 1}`}
                  hideLabel
                  value={outcome}
                  error={errorOf(`outcomes.${place}`)}
                  onChange={(text) => run(renameOutcome(place, text))}
                />
                <IconButton
                  label={`Move ${outcome || `outcome ${place + 1}`} up`}
                  isIdle={place === 0}
                  icon={<ArrowUp {...icon} />}
                  onPress={({ target }) => move(target, place, -1)}
                />
                <IconButton
                  label={`Move ${outcome || `outcome ${place + 1}`} down`}
                  isIdle={place === outcomes.length - 1}
                  icon={<ArrowDown {...icon} />}
                  onPress={({ target }) => move(target, place, 1)}
                />
                <IconButton
                  label={`Remove ${outcome || `outcome ${place + 1}`}`}
                  icon={<Trash2 {...icon} />}
                  onPress={({ target }) => {
                    run(removeOutcome(place));
                    focusAfterRow(target);
                  }}
                />
              </div>
            ))}
            <span className="row-add">
              <Button size="small" icon={<Plus {...icon} />} onPress={() => run(addOutcome(''))}>
                Add outcome
              </Button>
            </span>
          </FieldGroup>
        </div>
        <div className="form-whole">
          <Switch
            label="Error outcome"
            help={`Adds the outcome ${SCRIPT_ERROR}, which the node takes when its script fails. Without it a failing script ends the journey.`}
            isSelected={type.errorOutcome ?? false}
            onChange={(on) => run(setField('errorOutcome', on, on ? 'Add error outcome' : 'Remove error outcome'))}
          />
        </div>
      </FormGroup>
      <FormGroup title="Node state" help="For the validation of journeys, and what the script can see of node state. Nothing listed means all of it.">
        <Keys
          type={type}
          field="inputs"
          title="Require script inputs"
          help="Keys that have to be in node state before the node."
          add="Add input"
          word="Input"
          errorOf={errorOf}
          run={run}
        />
        <Keys
          type={type}
          field="outputs"
          title="Require script outputs"
          help="Keys of node state that the script writes."
          add="Add output"
          word="Output"
          errorOf={errorOf}
          run={run}
        />
      </FormGroup>
    </div>
  );
}

interface KeysProps extends PartProps {
  type: CustomNodeType;
  field: 'inputs' | 'outputs';
  title: string;
  help: string;
  add: string;
  word: string;
}

/** A list of keys that is switched on by its first entry. */
function Keys({ type, field, title, help, add, word, errorOf, run }: KeysProps) {
  const keys = type[field] ?? [];
  const set = (next: string[], name: string, group?: string) => run(setField(field, next, name, group));
  return (
    <div className="type-keys">
      <Switch label={title} help={help} isSelected={keys.length > 0} onChange={(on) => set(on ? [''] : [], on ? title : `${title}: off`)} />
      {keys.map((key, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key has no identity but its place, and typing must not lose the focus
        <div key={place} className="row-fields">
          <TextField
            label={`${word} ${place + 1}`}
            hideLabel
            mono
            value={key}
            error={errorOf(`${field}.${place}`)}
            onChange={(text) =>
              set(
                keys.map((other, index) => (index === place ? text : other)),
                `Change ${word.toLowerCase()} ${place + 1}`,
                `${field} ${place}`,
              )
            }
          />
          <IconButton
            label={`Remove ${key || `${word.toLowerCase()} ${place + 1}`}`}
            icon={<Trash2 {...icon} />}
            onPress={({ target }) => {
              set(
                keys.filter((_, index) => index !== place),
                `Remove ${word.toLowerCase()} ${key}`,
              );
              focusAfterRow(target);
            }}
          />
        </div>
      ))}
      {keys.length > 0 ? (
        <span className="row-add">
          <Button size="small" icon={<Plus {...icon} />} onPress={() => set([...keys, ''], add)}>
            {add}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
