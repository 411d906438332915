import type { ImportItemView, ImportReview } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { FileJson } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { resourcesQuery } from '../app/index.ts';
import { Button, ErrorBox } from '../components/index.ts';
import { type Choice, keyOf, nameBeside, takenNames } from './decisions.ts';
import { ImportItemRow } from './ImportItemRow.tsx';
import type { ImportFile } from './importApi.ts';
import { counted, countedAll } from './kinds.ts';
import { MissingList } from './MissingList.tsx';
import { nameWarnings } from './nameWarnings.ts';
import { TypeEffects } from './TypeEffects.tsx';
import { Warnings } from './Warnings.tsx';
import { namesOf, saidOnce } from './words.ts';

const CompareItem = lazy(async () => ({ default: (await import('./CompareItem.tsx')).CompareItem }));

function Files({ files, onRemove }: { files: ImportReview['files']; onRemove(name: string): void }) {
  return (
    <ul className="files">
      {files.map(({ name, journeys, nodeTypes, problems }) => (
        <li key={name} className="import-file">
          <div className="file-row">
            <FileJson size={18} aria-hidden="true" />
            <span className="file-text">
              <strong>{name}</strong>
              <span className="dim">
                {problems.length > 0
                  ? 'Cannot be read, so it is left out'
                  : [journeys.length > 0 ? counted('journeys', journeys.length) : '', nodeTypes > 0 ? counted('nodeTypes', nodeTypes) : '']
                      .filter(Boolean)
                      .join(', ')}
              </span>
            </span>
            {files.length > 1 && problems.length === 0 ? (
              <Button size="small" aria-label={`Leave out ${name}`} onPress={() => onRemove(name)}>
                Leave out
              </Button>
            ) : null}
          </div>
          {problems.length > 0 ? (
            <ErrorBox
              title={`${name} was not read`}
              error={saidOnce(Object.assign(new Error('What is wrong with it:'), { errors: problems }), name)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Things by their names, each kind on its own: of some the name is an id. */
function Names({ items }: { items: readonly ImportItemView[] }) {
  return (
    <dl className="import-names">
      {[...new Set(items.map(({ kind }) => kind))].map((kind) => {
        const things = items.filter((item) => item.kind === kind);
        return (
          <div key={kind}>
            <dt>{counted(kind, things.length)}</dt>
            <dd className="dim">{namesOf(things)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

interface ImportReviewBodyProps {
  realm: string;
  files: readonly ImportFile[];
  review: ImportReview;
  choices: ReadonlyMap<string, Choice>;
  onChoose(choices: ReadonlyMap<string, Choice>): void;
  onRemove(name: string): void;
}

/** What an import would do, before anything is written, and what is to be decided. */
export function ImportReviewBody({ realm, files, review, choices, onChoose, onRemove }: ImportReviewBodyProps) {
  const resources = useQuery(resourcesQuery(realm)).data;
  const [compared, setCompared] = useState<ImportItemView | null>(null);
  const { items, removed, types, missing } = review;
  const warnings = [...review.warnings, ...nameWarnings(items)];
  const of = (status: ImportItemView['status']) => items.filter((item) => item.status === status);
  const differing = of('differs');
  const freeNameOf = (item: ImportItemView) => nameBeside(item, takenNames(item.kind, items, resources));
  const choiceOf = (item: ImportItemView): Choice => choices.get(keyOf(item)) ?? { do: 'replace', as: freeNameOf(item) };
  const chooseAll = (what: Choice['do']) => onChoose(new Map(differing.map((item) => [keyOf(item), { ...choiceOf(item), do: what }])));
  return (
    <>
      <Files files={review.files} onRemove={onRemove} />
      {differing.length > 0 ? (
        <section className="import-part">
          <div className="import-part-head">
            <h3>{`The realm has ${countedAll(differing)} with other content`}</h3>
            <span className="import-all">
              <span className="dim">Apply to all</span>
              <Button size="small" onPress={() => chooseAll('keep')}>
                Keep all
              </Button>
              <Button size="small" onPress={() => chooseAll('replace')}>
                Replace all
              </Button>
            </span>
          </div>
          <ul className="import-items">
            {differing.map((item) => (
              <ImportItemRow
                key={keyOf(item)}
                item={item}
                choice={choiceOf(item)}
                taken={takenNames(item.kind, items, resources)}
                onChoose={(choice) => onChoose(new Map([...choices, [keyOf(item), choice]]))}
                onCompare={() => setCompared(item)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {(['new', 'same'] as const).map((status) => {
        const found = of(status);
        if (found.length === 0) return null;
        return (
          <details key={status} className="import-part" open={status === 'new' && differing.length === 0}>
            <summary>{`${status === 'new' ? 'New' : 'The same as in the realm'}: ${countedAll(found)}`}</summary>
            <Names items={found} />
          </details>
        );
      })}
      {removed.length > 0 ? (
        <section className="import-part">
          <h3>{`Removed: ${countedAll(removed)}`}</h3>
          <p className="dim">
            {removed.length === 1
              ? 'A replaced journey uses it now and nothing does afterwards. '
              : 'Replaced journeys use them now and nothing does afterwards. '}
            The backup of the import brings {removed.length === 1 ? 'it' : 'them'} back.
          </p>
        </section>
      ) : null}
      <TypeEffects types={types} />
      <MissingList missing={missing} />
      {warnings.length > 0 ? (
        <section className="import-part">
          <h3>{`Worth a look (${warnings.length})`}</h3>
          <Warnings warnings={warnings} />
        </section>
      ) : null}
      {compared ? (
        <Suspense fallback={null}>
          <CompareItem realm={realm} item={compared} files={files} onClose={() => setCompared(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
