import { isExecuted, type NodeDefinition, referenceOf, type SourceMark } from '@tandem/nodes';
import { BookOpen, ExternalLink, FlaskConical, HelpCircle } from 'lucide-react';
import { Badge } from '../../components/index.ts';
import { useEditedContent, useEditing } from '../EditorContext.ts';
import { configIn, outcomesIn } from '../store/nodes.ts';

const MARKS: Record<SourceMark, { tone: 'success' | 'main' | 'transaction'; words: string; Mark: typeof BookOpen }> = {
  recorded: { tone: 'success', words: 'recorded', Mark: FlaskConical },
  documented: { tone: 'main', words: 'documented', Mark: BookOpen },
  inferred: { tone: 'transaction', words: 'assumption', Mark: HelpCircle },
};

const IN_PAGE: Record<NodeDefinition['inPage'], string> = {
  allowed: 'It may stand on a page.',
  standalone: 'It may stand on a page, but only alone.',
  unsupported: 'AM does not take it on a page.',
};

/** What the node does, where it leads, what its settings mean, and what each rule of it rests on. */
export function AboutTab({ id, definition }: { id: string; definition: NodeDefinition }) {
  const { resources } = useEditing();
  const document = useEditedContent();
  const executed = isExecuted(definition.type, resources.nodeTypes);
  const { outcomes, page } = referenceOf(definition, configIn(document, id));
  const now = outcomesIn(resources.nodeTypes, document, id);
  const others = outcomes.filter((outcome) => !now.some((present) => present.id === outcome.id));
  const settings = Object.entries(definition.fields).filter(([, field]) => field.help !== undefined);
  return (
    <div className="form">
      <p>{definition.help}</p>
      <p className="dim">
        {executed
          ? 'Runs in a simulation as AM would run it.'
          : 'Not executed here: the simulation stops at it, and you choose the outcome and may set node state.'}
        {` ${IN_PAGE[definition.inPage]}`}
      </p>
      {page ? (
        <p>
          <a className="about-page" href={page.address} target="_blank" rel="noreferrer">
            {`Ping’s page: ${page.title}`}
            <ExternalLink size={13} aria-hidden="true" />
            <span className="visually-hidden"> (opens in a new tab)</span>
          </a>
        </p>
      ) : null}
      <h2 className="caps">Outcomes</h2>
      {now.length + others.length === 0 ? <p className="dim">None.</p> : null}
      <ul className="keys">
        {now.map((outcome) => (
          <li key={outcome.id}>
            <span>{outcome.displayName}</span>
            <code>{outcome.id}</code>
          </li>
        ))}
        {others.map((outcome) => (
          <li key={outcome.id}>
            <span className="dim">{outcome.displayName}, with other settings</span>
            <code>{outcome.id}</code>
          </li>
        ))}
      </ul>
      {settings.length === 0 ? null : (
        <>
          <h2 className="caps">Settings</h2>
          <dl className="about-settings">
            {settings.map(([property, field]) => (
              <div key={property}>
                <dt>
                  {field.label} <code>{property}</code>
                </dt>
                <dd className="dim">{field.help}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h2 className="caps">Rules and what they rest on</h2>
      {definition.sources.length === 0 ? <p className="dim">None noted.</p> : null}
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
