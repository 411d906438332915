import type { CustomNodeProperty, Issue } from '@tandem/journey';
import { ArrowDown, ArrowUp, ListPlus, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { announce, Badge, Button, EmptyState, focusWhenLost, IconButton } from '../../components/index.ts';
import type { PartProps } from './DetailsTab.tsx';
import { moveProperty, putProperty, removeProperty } from './draft.ts';
import { PropertyDialog } from './PropertyDialog.tsx';
import { kindWords, shown } from './words.ts';

const icon = { size: 14, 'aria-hidden': true } as const;

/** What a node of the type can be set to: scripts read it as `properties.<name>`. */
export function PropertiesTab({ type, issues, run }: PartProps & { issues: readonly Issue[] }) {
  /** Name of the property in the dialog; null: a new one. */
  const [open, setOpen] = useState<{ name: string | null } | null>(null);
  const entries = Object.entries(type.properties ?? {});
  const add = (
    <Button kind={entries.length === 0 ? 'primary' : 'default'} icon={<Plus size={15} aria-hidden="true" />} onPress={() => setOpen({ name: null })}>
      Add property
    </Button>
  );
  return (
    <div className="type-tab">
      {entries.length === 0 ? (
        <EmptyState icon={<ListPlus size={24} aria-hidden="true" />} title="No properties" action={add}>
          A property is a field in the settings of the node; the script reads its value.
        </EmptyState>
      ) : (
        <>
          <div className="table-frame">
            <table className="table" aria-label="Properties">
              <thead>
                <tr>
                  <th scope="col">Label</th>
                  <th scope="col">Name</th>
                  <th scope="col">Type</th>
                  <th scope="col">Default</th>
                  <th scope="col">Required</th>
                  <th scope="col">
                    <span className="visually-hidden">Order</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {entries.map(([name, property], place) => (
                  <Row
                    key={name}
                    name={name}
                    property={property}
                    problem={issues.find(({ field }) => field?.startsWith(`properties.${name}.`))?.message}
                    isFirst={place === 0}
                    isLast={place === entries.length - 1}
                    onOpen={() => setOpen({ name })}
                    onMove={(by) => {
                      run(moveProperty(name, by));
                      announce(`${property.title || name} is property ${place + by + 1} of ${entries.length}`);
                    }}
                    onRemove={() => {
                      run(removeProperty(name));
                      focusWhenLost('.type-tab table tbody tr:last-child button', '.type-tab .button');
                    }}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <span className="row-add">{add}</span>
        </>
      )}
      {open ? (
        <PropertyDialog
          name={open.name}
          property={open.name === null ? undefined : type.properties?.[open.name]}
          taken={entries.map(([name]) => name).filter((name) => name !== open.name)}
          onApply={(name, property) => {
            run(putProperty(open.name, name, property));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

interface RowProps {
  name: string;
  property: CustomNodeProperty;
  problem: string | undefined;
  isFirst: boolean;
  isLast: boolean;
  onOpen(): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}

function Row({ name, property, problem, isFirst, isLast, onOpen, onMove, onRemove }: RowProps) {
  const label = property.title || name;
  return (
    <tr>
      <td>
        <button type="button" className="type-open" onClick={onOpen}>
          {label}
        </button>
        {problem === undefined ? null : <p className="field-error">{problem}</p>}
      </td>
      <td data-mono>{name}</td>
      <td>{kindWords(property)}</td>
      <td data-mono>{shown(property.defaultValue)}</td>
      <td>{property.required ? <Badge tone="accent">Required</Badge> : <span className="dim">no</span>}</td>
      <td className="type-row-actions">
        <IconButton size="small" label={`Move ${label} up`} isIdle={isFirst} icon={<ArrowUp {...icon} />} onPress={() => onMove(-1)} />
        <IconButton size="small" label={`Move ${label} down`} isIdle={isLast} icon={<ArrowDown {...icon} />} onPress={() => onMove(1)} />
        <IconButton size="small" label={`Remove ${label}`} icon={<Trash2 {...icon} />} onPress={onRemove} />
      </td>
    </tr>
  );
}
