import './transfer.css';
import type { ImportAnswer } from '@tandem/api';
import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Badge, Button, Dialog, ErrorBox, Skeleton, type Tone, whereOf } from '../components/index.ts';
import { type Imported, importFiles } from './imports.ts';
import { expectedSentence, saidOnce, warningPlace } from './words.ts';

const KINDS: Record<string, readonly [one: string, many: string]> = {
  journeys: ['Journey', 'journeys'],
  nodes: ['Node (inner ones included)', 'nodes (inner ones included)'],
  scripts: ['Script', 'scripts'],
  nodeTypes: ['Custom node', 'custom nodes'],
  emailTemplates: ['Email template', 'email templates'],
  themes: ['Theme', 'themes'],
  socialIdentityProviders: ['Social provider', 'social providers'],
  saml2Entities: ['SAML entity', 'SAML entities'],
  circlesOfTrust: ['Circle of trust', 'circles of trust'],
  variables: ['Variable', 'variables'],
};

/** "1 SAML entity", "2 SAML entities": words in capitals keep them. */
function counted(kind: string, count: number): string {
  const [one, many] = KINDS[kind] ?? [kind, kind];
  return `${count} ${count === 1 ? (one.startsWith('SAML') ? one : one.toLowerCase()) : many}`;
}

/** Journeys by name, everything else by number. */
function Refs({ title, tone, refs }: { title: string; tone: Tone; refs: ImportAnswer['created'] }) {
  if (refs.length === 0) return null;
  const named = refs.filter((ref) => ref.kind === 'journeys' || ref.kind === 'nodeTypes');
  const others = new Map<string, number>();
  for (const ref of refs) if (!named.includes(ref)) others.set(ref.kind, (others.get(ref.kind) ?? 0) + 1);
  return (
    <div className="import-line">
      <Badge tone={tone}>{title}</Badge>
      <span>
        {[
          ...named.map((ref) => `${KINDS[ref.kind]?.[0] ?? ref.kind} ${ref.name ?? ref.id}`),
          ...[...others].map(([kind, count]) => counted(kind, count)),
        ].join(', ')}
      </span>
    </div>
  );
}

function Result({ result }: { result: Imported }) {
  if (result.status === 'refused')
    return <ErrorBox title={`${result.file} was not imported. Nothing of it was changed`} error={saidOnce(result.error, result.file)} />;
  const { created, replaced, unchanged, kept } = result.answer;
  const { warnings } = result;
  return (
    <section className="import-result">
      <h3>
        <CircleCheck size={16} aria-hidden="true" />
        {result.file}
      </h3>
      <Refs title="created" tone="success" refs={created} />
      <Refs title="replaced" tone="main" refs={replaced} />
      <Refs title="kept" tone="neutral" refs={kept} />
      <Refs title="unchanged" tone="neutral" refs={unchanged} />
      {warnings.length > 0 ? (
        <ul className="import-warnings" aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={`${whereOf(warning)}${warning.message}`}>
              <TriangleAlert size={14} aria-hidden="true" />
              <span>
                <strong>{warningPlace(warning)}</strong> {warning.message}{' '}
                {warning.expected ? <span className="dim">{expectedSentence(warning.expected)}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Imports files and says what became of each. */
export function ImportDialog({ realm, files, onClose }: { realm: string; files: readonly File[]; onClose(): void }) {
  const queries = useQueryClient();
  const [results, setResults] = useState<Imported[]>([]);
  const [done, setDone] = useState(false);
  const started = useRef(false);
  useEffect(() => {
    // Effects run twice in development; an import must not.
    if (started.current) return;
    started.current = true;
    void importFiles(realm, files, setResults).then(async () => {
      setDone(true);
      await queries.invalidateQueries();
    });
  }, [realm, files, queries]);
  const refused = results.filter((result) => result.status === 'refused').length;
  return (
    <Dialog
      title="Import"
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isDisabled={!done} onPress={onClose}>
          Done
        </Button>
      }
    >
      <p role="status" className="import-progress numeric">
        {done ? (
          <>
            {refused > 0 ? <CircleX size={16} aria-hidden="true" /> : null}
            {`${results.length - refused} of ${files.length} ${files.length === 1 ? 'file' : 'files'} imported${refused > 0 ? `, ${refused} refused` : ''}`}
          </>
        ) : (
          `Importing ${results.length + 1} of ${files.length}`
        )}
      </p>
      {results.map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name, and results only grow
        <Result key={index} result={result} />
      ))}
      {done ? null : <Skeleton label="Importing" lines={2} />}
    </Dialog>
  );
}
