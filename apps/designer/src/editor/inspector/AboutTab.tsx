import { isExecuted, type NodeDefinition, type SourceMark } from '@tandem/nodes';
import { BookOpen, FlaskConical, HelpCircle } from 'lucide-react';
import { Badge } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';

const MARKS: Record<SourceMark, { tone: 'success' | 'main' | 'transaction'; words: string; Mark: typeof BookOpen }> = {
  recorded: { tone: 'success', words: 'recorded', Mark: FlaskConical },
  documented: { tone: 'main', words: 'documented', Mark: BookOpen },
  inferred: { tone: 'transaction', words: 'assumption', Mark: HelpCircle },
};

/** What the node type does, and what each rule of it rests on. */
export function AboutTab({ definition }: { definition: NodeDefinition }) {
  const { resources } = useEditing();
  const executed = isExecuted(definition.type, resources.nodeTypes);
  return (
    <div className="form">
      <p>{definition.help}</p>
      <p className="dim">
        {executed
          ? 'Runs in a simulation as AM would run it.'
          : 'Not executed here: the simulation stops at it, and you choose the outcome and may set node state.'}
      </p>
      <h2 className="caps">Sources</h2>
      <ul className="sources">
        {definition.sources.map((source) => {
          const { tone, words, Mark } = MARKS[source.mark];
          return (
            <li key={`${source.rule}${source.from}`}>
              <Badge tone={tone} icon={<Mark size={11} aria-hidden="true" />}>
                {words}
              </Badge>
              <span>{source.rule}</span>
              {source.from ? <span className="dim">{source.from}</span> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
