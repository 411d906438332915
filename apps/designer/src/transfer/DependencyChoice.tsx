import type { OptionalDependency } from '@tandem/journey';
import { Switch } from '../components/index.ts';
import type { Dependencies } from './exports.ts';
import { counted } from './kinds.ts';

interface DependencyChoiceProps {
  dependencies: readonly Dependencies[];
  left: readonly OptionalDependency[];
  onChange(left: readonly OptionalDependency[]): void;
}

/** What the journeys depend on: what the importing realm has already can be left out. */
export function DependencyChoice({ dependencies, left, onChange }: DependencyChoiceProps) {
  if (dependencies.length === 0) return null;
  return (
    <fieldset className="export-with">
      <legend>Export with</legend>
      <p className="dim">
        Leave out what the importing realm has already. Journeys that run inside others, or are started by them, always come along.
      </p>
      {dependencies.map(({ kind, count }) => (
        <Switch
          key={kind}
          label={counted(kind, count)}
          isSelected={!left.includes(kind)}
          onChange={(on) => onChange(on ? left.filter((other) => other !== kind) : [...left, kind])}
        />
      ))}
    </fieldset>
  );
}
