import type { RealmKnowledge } from '@tandem/api';
import type { CustomNodeType, Json } from '@tandem/journey';
import { SCRIPT_ERROR } from '@tandem/nodes';
import { FlaskConical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Skeleton } from '../../components/index.ts';
import { realmSurroundings } from '../../scripts/realmSurroundings.ts';
import { ScriptWorkspace } from '../../scripts/ScriptWorkspace.tsx';
import { useBursts } from '../../scripts/useBursts.ts';
import { scriptOf, setField, type TypeCommand } from './draft.ts';
import { shown } from './words.ts';

interface Props {
  realm: string;
  type: CustomNodeType;
  knowledge: RealmKnowledge | undefined;
  run(command: TypeCommand): void;
  onBlur(): void;
}

const NODE_DESIGNER = { context: 'NODE_DESIGNER', evaluatorVersion: '2.0' };

/** The script that every node of the type runs. AIC's library scripts cannot be used in it. */
export function ScriptTab({ realm, type, knowledge, run, onBlur }: Props) {
  const [isTesting, setTesting] = useState(false);
  const nextBurst = useBursts();
  const { outcomes, inputs, properties } = type;
  const around = useMemo(() => {
    if (!knowledge) return undefined;
    return {
      ...realmSurroundings(knowledge, NODE_DESIGNER),
      libraries: [],
      // The error outcome is not the script's to choose.
      outcomes: outcomes.filter((name) => name !== '' && name !== SCRIPT_ERROR).map((name) => ({ name })),
      stateKeys: (inputs ?? []).map((name) => ({ name })),
      properties: Object.entries(properties ?? {}).map(([name, { title }]) => ({ name, ...(title ? { detail: title } : {}) })),
    };
  }, [knowledge, outcomes, inputs, properties]);
  /** What a test run starts with: the settings of a node that was just placed. */
  const settings = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(properties ?? {}).map(([name, { defaultValue, type: kind }]): [string, Json] => [
          name,
          defaultValue ?? (kind === 'STRING' ? '' : null),
        ]),
      ),
    [properties],
  );
  return (
    <section className="script type-script" aria-label="Script">
      <header className="script-head">
        <span className="dim script-node">
          {Object.keys(settings).length === 0
            ? 'Every node of this type runs it.'
            : `Properties: ${Object.entries(settings)
                .map(([name, value]) => `properties.${name}${value === '' || value === null ? '' : ` = ${shown(value)}`}`)
                .join(', ')}`}
        </span>
        <span className="script-actions">
          <Button size="small" icon={<FlaskConical size={14} aria-hidden="true" />} aria-expanded={isTesting} onPress={() => setTesting(!isTesting)}>
            Test run
          </Button>
        </span>
      </header>
      {around ? (
        <ScriptWorkspace
          realm={realm}
          script={scriptOf(type)}
          around={around}
          settings={settings}
          isTesting={isTesting}
          onCloseTest={() => setTesting(false)}
          onChange={(source) => run(setField('script', source, 'Edit script', `script ${nextBurst()}`))}
          onBlur={onBlur}
          onLeave={() => document.querySelector<HTMLElement>('.custom-node .tab[data-selected]')?.focus()}
        />
      ) : (
        <Skeleton label="Reading the realm" lines={8} />
      )}
    </section>
  );
}
