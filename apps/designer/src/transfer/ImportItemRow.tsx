import type { ImportItemView } from '@tandem/api';
import { GitCompareArrows } from 'lucide-react';
import { Button, Segmented, TextField } from '../components/index.ts';
import { type Choice, renameProblem } from './decisions.ts';
import { kindName } from './kinds.ts';
import { idBeside } from './words.ts';

const KEEP = { value: 'keep', label: 'Keep' } as const;
const REPLACE = { value: 'replace', label: 'Replace' } as const;
const RENAME = { value: 'rename', label: 'Rename' } as const;
const HELP = {
  keep: 'What the realm has stays.',
  replace: 'What the file has takes its place.',
  rename: 'Both: the file’s comes under this name, and what refers to it in the files follows.',
};

interface ImportItemRowProps {
  item: ImportItemView;
  choice: Choice;
  taken: ReadonlySet<string>;
  onChoose(choice: Choice): void;
  onCompare(): void;
}

/** Something that the realm has otherwise: what becomes of it. */
export function ImportItemRow({ item, choice, taken, onChoose, onCompare }: ImportItemRowProps) {
  const name = item.name ?? item.id;
  const problem = renameProblem(choice.as, taken);
  return (
    <li className="import-item">
      <span className="import-item-text">
        <strong>{name}</strong>
        <span className="dim">
          {kindName(item.kind)}
          {idBeside(item)}
          {item.kind === 'journeys' || item.journeys.length === 0 ? '' : ` · used by ${item.journeys.join(', ')}`}
        </span>
        {item.shares ? (
          <span className="dim">{`Shares nodes with ${item.shares.join(', ')}: replacing changes them there as well. Rename gives it nodes of its own.`}</span>
        ) : null}
      </span>
      <Button size="small" icon={<GitCompareArrows size={14} aria-hidden="true" />} onPress={onCompare}>
        Compare
      </Button>
      <Segmented
        label={`${kindName(item.kind)} ${name}`}
        hideLabel
        options={item.canRename ? [KEEP, REPLACE, RENAME] : [KEEP, REPLACE]}
        value={choice.do}
        onChange={(value) => onChoose({ ...choice, do: value })}
        help={HELP[choice.do]}
      />
      {choice.do === 'rename' ? (
        <TextField
          label={`New name of ${name}`}
          hideLabel
          value={choice.as}
          onChange={(as) => onChoose({ ...choice, as })}
          error={problem ?? undefined}
        />
      ) : null}
    </li>
  );
}
