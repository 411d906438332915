import type { SimulationListEntry } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { comparePath, navigate } from '../../app/index.ts';
import { runCommand } from '../../commands/index.ts';
import { IconButton, Select } from '../../components/index.ts';
import { familyQuery, newestQuery } from '../fork/requests.ts';
import { madeText, titleText } from '../fork/words.ts';

/** Which two: those of the same tree first, then any. */
export function Chooser({ id, other }: { id: string; other: string | null }) {
  const family = useQuery(familyQuery(id)).data?.simulations ?? [];
  const newest = useQuery(newestQuery).data?.simulations ?? [];
  const own = new Set(family.map((one) => one.id));
  const all = [...family, ...newest.filter((one) => !own.has(one.id))];
  const optionsBut = (but: string | null) => {
    const known = all
      .filter((one) => one.id !== but)
      .map((one) => ({ value: one.id, label: titleText(one), detail: detailOf(one, own.has(one.id)) }));
    return known;
  };
  const withShown = (options: ReturnType<typeof optionsBut>, shown: string | null) =>
    shown === null || options.some(({ value }) => value === shown)
      ? options
      : [{ value: shown, label: titleText({ id: shown }), detail: '' }, ...options];
  return (
    <>
      <span className="dim">Compare</span>
      <Select
        label="A"
        hideLabel
        value={id}
        options={withShown(optionsBut(other), id)}
        onChange={(next) => navigate(comparePath(next, other ?? undefined))}
      />
      <IconButton
        size="small"
        label="Change sides"
        isDisabled={other === null}
        icon={<ArrowLeftRight size={14} aria-hidden="true" />}
        onPress={() => runCommand('compare.swap')}
      />
      <Select
        label="B"
        hideLabel
        placeholder="Choose a simulation"
        value={other}
        options={withShown(optionsBut(id), other)}
        onChange={(next) => navigate(comparePath(id, next))}
      />
    </>
  );
}

function detailOf({ parent, outcome, createdAt }: SimulationListEntry, isFamily: boolean): string {
  const made = parent ? (madeText(parent.changes) ?? 'nothing changed') : 'the first of them';
  return [isFamily ? (parent ? `fork at event ${parent.seq}: ${made}` : made) : null, outcome, new Date(createdAt).toLocaleString()]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');
}
