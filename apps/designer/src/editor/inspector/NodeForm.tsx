import type { Json, JsonObject } from '@tandem/journey';
import { type ConfigField, type ConfigFields, type FieldKind, fieldApplies, type NodeDefinition, validateConfig } from '@tandem/nodes';
import { Fragment, useContext, useMemo, useRef } from 'react';
import { useEditedContent, useEditing } from '../EditorContext.ts';
import { fieldControls } from '../fields/index.tsx';
import { FindingsContext } from '../problems/FindingsContext.ts';
import { configCommand } from '../store/commands.ts';
import { configIn } from '../store/nodes.ts';
import { FieldFrame } from './FieldFrame.tsx';

/** Typing is one undo step per field; each switch, choice, added or removed entry is a step of its own. */
function isTyped(field: ConfigField, before: Json | undefined, after: Json | undefined): boolean {
  if (field.kind === 'boolean' || field.kind === 'enum') return false;
  const sizeOf = (value: Json | undefined) => (typeof value === 'object' && value !== null ? Object.keys(value).length : -1);
  return sizeOf(before) === sizeOf(after);
}

/**
 * Fields that stay while the form is open: those of a type that nobody knows are guessed from its values, and an emptied value must not take its
 * field away from under the person, nor half a number its kind.
 */
function useSteadyFields({ fields }: NodeDefinition, config: JsonObject): ConfigFields {
  const seen = useRef<ConfigFields>(fields);
  return useMemo(() => {
    const steady = Object.entries({ ...seen.current, ...fields }).map(([id, field]) => {
      const before = seen.current[id];
      const isUnfinished = before !== undefined && (config[id] === undefined || (TYPED.has(before.kind) && typeof config[id] === 'string'));
      return [id, isUnfinished ? before : field] as const;
    });
    seen.current = Object.fromEntries(steady);
    return seen.current;
  }, [fields, config]);
}
const TYPED: ReadonlySet<FieldKind> = new Set(['integer', 'number', 'string', 'multiline']);

/** The form of a node, drawn from its definition's fields. What is typed in one field is one undo step. */
export function NodeForm({ id, definition }: { id: string; definition: NodeDefinition }) {
  const { store, resources } = useEditing();
  const document = useEditedContent();
  const config = useMemo(() => configIn(document, id), [document, id]);
  const fields = useSteadyFields(definition, config);
  const findings = useContext(FindingsContext);
  // What the form itself knows is there with the letter; what rules say of a field comes right after.
  const errors = useMemo(() => {
    const said = (findings ?? []).filter(({ node, child, field, severity }) => (child ?? node) === id && field !== undefined && severity === 'error');
    const own = validateConfig(fields, config).map((error) => [error.field, error.message] as const);
    return new Map([...said.map(({ field, text }) => [field ?? '', text] as const), ...own]);
  }, [findings, id, fields, config]);
  const notes = (findings ?? []).filter(({ node, child, field, severity }) => (child ?? node) === id && field !== undefined && severity !== 'error');
  const change = (property: string, field: ConfigField, value: Json | undefined) => {
    const current = store.getState().document;
    const { [property]: _, ...rest } = configIn(current, id);
    const next = value === undefined ? rest : { ...configIn(current, id), [property]: value };
    const group = isTyped(field, configIn(current, id)[property], value) ? `${id}/${property}` : undefined;
    store.run(configCommand(resources.nodeTypes, current, id, next, field.label, group));
  };
  const shown = Object.entries(fields).filter(([, field]) => field.kind !== 'pageChildren' && fieldApplies(field, config, fields));
  if (shown.length === 0) return <p className="inspector-empty">This node has no settings.</p>;
  let group: string | undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step
    <div className="form" onBlur={() => store.endGroup()}>
      {shown.map(([property, field]) => {
        const heading = field.group !== group ? field.group : undefined;
        group = field.group;
        if (field.kind === 'pageChildren') return null;
        const Control = fieldControls[field.kind];
        return (
          <Fragment key={property}>
            {heading ? <h2 className="caps">{heading}</h2> : null}
            <FieldFrame
              property={property}
              field={field}
              stored={config[property]}
              notes={notes.filter((finding) => finding.field === property)}
              onReset={() => change(property, field, field.default)}
            >
              <Control
                id={property}
                field={field}
                value={config[property] ?? field.default}
                error={errors.get(property)}
                onChange={(value) => change(property, field, value)}
              />
            </FieldFrame>
          </Fragment>
        );
      })}
    </div>
  );
}
