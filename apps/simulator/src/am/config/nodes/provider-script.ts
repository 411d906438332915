import type { NodeDefinition } from '@tandem/nodes';
import { templateOf } from './schema.ts';

/** A script to begin with for a Configuration Provider that imitates the type: it leaves the type's own defaults as `config`. */
export function providerScript(definition: NodeDefinition): string {
  const lines = Object.entries({ ...emptyValues(definition), ...templateOf(definition) }).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const labels = Object.entries(definition.fields).map(([name, { label, required }]) => ` * ${name}: ${label}${required ? ' (required)' : ''}`);
  return ['/**', ` * Configuration of a ${definition.name} node.`, ...labels, ' */', 'config = {', lines.join(',\n'), '};', ''].join('\n');
}

function emptyValues({ fields }: NodeDefinition) {
  const required = Object.entries(fields).filter(([, field]) => field.required && field.default === undefined);
  return Object.fromEntries(required.map(([name, field]) => [name, field.options?.[0]?.value ?? '']));
}
