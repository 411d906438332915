import './find.css';
import type { JourneyDocumentAnswer } from '@tandem/api';
import { type Found, findInJourney, type JourneyDocument } from '@tandem/journey';
import { definitionOf, nodeKnowledge } from '@tandem/nodes';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef } from 'react';
import { designerPath, journeyQuery, navigate, useRoute } from '../../app/index.ts';
import { lookupOf } from '../../canvas/index.ts';
import { ErrorBox, Switch, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { type Place, showPlace, showPlaceIn } from '../showPlace.ts';
import type { Kinds } from '../store/nodes.ts';
import { useUnsavedBeside } from '../store/useUnsavedBeside.ts';
import { useFind } from './findState.ts';

const MOST = 200;

function find(document: JourneyDocument, query: string, kinds: Kinds): Found[] {
  const typeName = (type: string) => definitionOf(type, { customTypes: kinds }).name;
  return findInJourney(document, query, nodeKnowledge(lookupOf(document, kinds)), typeName);
}

/** Where it was found, in words. */
function placeOf({ place }: Found): string {
  switch (place.kind) {
    case 'field':
      return place.field;
    case 'script':
      return `script, line ${place.line}`;
    default:
      return place.kind;
  }
}

/** All that were read, the same list as long as the same were: searching them takes its time. */
function together(answers: readonly UseQueryResult<JourneyDocumentAnswer>[]) {
  return {
    read: answers.flatMap(({ data }) => data ?? []),
    failed: answers.find(({ error }) => error !== null),
    waiting: answers.some(({ isLoading }) => isLoading),
  };
}

interface Row {
  journey: string;
  found: Found;
}
const keyOf = ({ journey, found }: Row): string => `${journey}/${found.node}/${JSON.stringify(found.place)}/${found.text}`;

/** The same as a place to go to. */
function placeIn({ node, page, place }: Found): Place {
  return {
    node: page ?? node,
    child: page === undefined ? null : node,
    field: place.kind === 'field' ? place.field.split('.')[0] : undefined,
    script: place.kind === 'script' ? { script: place.script, line: place.line } : undefined,
  };
}

/** Tab of the dock: nodes by what they are called, set to and run, here and in the other journeys of the realm. */
export function FindTab() {
  const editing = useEditing();
  const { resources, openJourney } = editing;
  const document = useEditor((state) => state.document);
  const realm = useEditor((state) => state.realm);
  const { query, everywhere, current, asked } = useFind();
  const wanted = useDeferredValue(query);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) place.current?.querySelector('input')?.select();
  }, [asked]);
  const kinds = resources.nodeTypes;
  const own = document.tree._id;
  const names = everywhere && wanted.trim() !== '' ? resources.journeys.filter((name) => name !== own) : [];
  const { read, failed, waiting } = useQueries({ queries: names.map((name) => journeyQuery(realm, name)), combine: together });
  const beside = useUnsavedBeside(editing.store);
  const rows = useMemo(() => {
    const here = find(document, wanted, kinds).map((found) => ({ journey: own, found }));
    // One that is open is searched as it stands, saved or not.
    const asTheyStand = read.map((other) => beside.find(({ tree }) => tree._id === other.id) ?? other);
    return [...here, ...asTheyStand.flatMap((other) => find(other, wanted, kinds).map((found) => ({ journey: other.tree._id, found })))];
  }, [document, wanted, kinds, own, read, beside]);
  const route = useRoute();
  const go = (index: number) => {
    const row = rows[index];
    if (!row) return;
    useFind.setState({ current: keyOf(row) });
    const place = placeIn(row.found);
    if (row.journey === own) return showPlace(editing, place);
    // Beside this one it is there already.
    const isOpen = route.name === 'designer' && (row.journey === route.journey || row.journey === route.beside);
    showPlaceIn(row.journey, place, () => (isOpen ? openJourney(row.journey) : navigate(designerPath(realm, row.journey))));
  };
  const shown = rows.slice(0, MOST);
  const at =
    shown.length === 0
      ? -1
      : Math.max(
          0,
          shown.findIndex((row) => keyOf(row) === current),
        );
  const list = useId();
  useEffect(() => {
    if (at >= 0) globalThis.document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, list]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return go(at);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step === undefined || shown.length === 0) return;
    event.preventDefault();
    const next = shown[Math.max(0, Math.min(at + step, shown.length - 1))];
    useFind.setState({ current: next ? keyOf(next) : null });
  };
  const count = `${rows.length} ${rows.length === 1 ? 'place' : 'places'}`;
  return (
    <div className="find" ref={place}>
      <div className="find-head">
        <TextField
          label="Find"
          hideLabel
          placeholder="Name, type, id, setting or script text"
          type="search"
          autoFocus
          value={query}
          onChange={(text) => useFind.setState({ query: text, current: null })}
          before={<Search size={15} aria-hidden="true" />}
          onKeyDown={onKeyDown}
          aria-controls={list}
          {...(at < 0 ? {} : { 'aria-activedescendant': `${list}-${at}` })}
        />
        <Switch label="In the whole realm" isSelected={everywhere} onChange={(on) => useFind.setState({ everywhere: on, current: null })} />
        <span className="dim numeric" role="status">
          {wanted.trim() === '' ? '' : waiting ? 'Looking…' : rows.length > MOST ? `The first ${MOST} of ${count}` : count}
        </span>
      </div>
      {failed ? <ErrorBox title="Not every journey could be read" error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      <div id={list} className="find-rows" role="listbox" aria-label="Found">
        {shown.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter act in the field, which names the current row
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div key={keyOf(row)} id={`${list}-${index}`} role="option" aria-selected={index === at} className="find-row" onClick={() => go(index)}>
            <strong>{row.found.name}</strong>
            <code className="find-text">{row.found.text}</code>
            <span className="dim">{row.journey === own ? placeOf(row.found) : `${placeOf(row.found)} · ${row.journey}`}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
