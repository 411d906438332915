import type { ImportReview } from '@tandem/api';
import { ArchiveRestore, CircleCheck } from 'lucide-react';
import { designerPath, Link, realmScreenPath } from '../app/index.ts';
import { Badge, type Tone } from '../components/index.ts';
import { counted, kindName } from './kinds.ts';
import { MissingList } from './MissingList.tsx';
import { TypeEffects } from './TypeEffects.tsx';
import { Warnings } from './Warnings.tsx';

/** Journeys and custom nodes by name, everything else by number. */
function Refs({ title, tone, refs, realm, note }: { title: string; tone: Tone; refs: ImportReview['created']; realm: string; note?: string }) {
  if (refs.length === 0) return null;
  const journeys = refs.filter((ref) => ref.kind === 'journeys');
  const types = refs.filter((ref) => ref.kind === 'nodeTypes');
  const others = new Map<string, number>();
  for (const ref of refs) if (!journeys.includes(ref) && !types.includes(ref)) others.set(ref.kind, (others.get(ref.kind) ?? 0) + 1);
  const rest = [...types.map((ref) => `${kindName(ref.kind)} ${ref.name ?? ref.id}`), ...[...others].map(([kind, count]) => counted(kind, count))];
  return (
    <div className="import-line">
      <Badge tone={tone}>{title}</Badge>
      <span>
        {journeys.map((ref, index) => (
          <span key={ref.id}>
            {index > 0 ? ', ' : ''}Journey <Link href={designerPath(realm, ref.id)}>{ref.id}</Link>
          </span>
        ))}
        {journeys.length > 0 && rest.length > 0 ? ', ' : ''}
        {rest.join(', ')}
        {note === undefined ? null : <span className="dim">{`: ${note}`}</span>}
      </span>
    </div>
  );
}

/** What was imported, with ways to it. */
export function ImportResult({ realm, result }: { realm: string; result: ImportReview }) {
  const { created, replaced, kept, unchanged, removed, types, backup, missing, warnings } = result;
  return (
    <>
      <section className="import-result">
        <h3>
          <CircleCheck size={16} aria-hidden="true" />
          {result.files.map(({ name }) => name).join(', ')}
        </h3>
        <Refs realm={realm} title="created" tone="success" refs={created} />
        <Refs realm={realm} title="replaced" tone="main" refs={replaced} />
        <Refs realm={realm} title="kept" tone="neutral" refs={kept} />
        <Refs realm={realm} title="unchanged" tone="neutral" refs={unchanged} />
        <Refs realm={realm} title="removed" tone="failure" refs={removed} note="the replaced journeys used them, and nothing uses them any more" />
        {backup === null ? (
          <p className="dim">Nothing changed: the realm has all of it.</p>
        ) : (
          <p className="import-backup">
            <ArchiveRestore size={15} aria-hidden="true" />
            <span>
              The realm as it was before is a backup: restore it under <Link href={realmScreenPath(realm, 'backups')}>Realm, Backups</Link>.
            </span>
          </p>
        )}
      </section>
      <TypeEffects types={types} isDone />
      <MissingList missing={missing} />
      {warnings.length > 0 ? (
        <section className="import-part">
          <h3>{`Worth a look (${warnings.length})`}</h3>
          <Warnings warnings={warnings} />
        </section>
      ) : null}
    </>
  );
}
