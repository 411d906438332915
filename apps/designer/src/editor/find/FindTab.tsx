import './find.css';
import { type Found, findInJourney, type JourneyDocument } from '@tandem/journey';
import { definitionOf, nodeKnowledge } from '@tandem/nodes';
import { useQueries } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { designerPath, journeyQuery, navigate } from '../../app/index.ts';
import { lookupOf } from '../../canvas/index.ts';
import { ErrorBox, Switch, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';
import type { Kinds } from '../store/nodes.ts';
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

/** Tab of the dock: nodes by what they are called, set to and run, here and in the other journeys of the realm. */
export function FindTab() {
  const { store, resources, reveal } = useEditing();
  const document = useEditor((state) => state.document);
  const realm = useEditor((state) => state.realm);
  const { query, everywhere, asked } = useFind();
  const wanted = useDeferredValue(query);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) place.current?.querySelector('input')?.select();
  }, [asked]);
  const kinds = resources.nodeTypes;
  const own = document.tree._id;
  const names = everywhere && wanted.trim() !== '' ? resources.journeys.filter((name) => name !== own) : [];
  const others = useQueries({ queries: names.map((name) => journeyQuery(realm, name)) });
  const read = others.flatMap(({ data }) => data ?? []);
  const failed = others.find(({ error }) => error !== null);
  const rows = useMemo(() => {
    const here = find(document, wanted, kinds).map((found) => ({ journey: own, found }));
    return [...here, ...read.flatMap((other) => find(other, wanted, kinds).map((found) => ({ journey: other.id, found })))];
  }, [document, wanted, kinds, own, read]);
  const go = (journey: string, { node, page, place: at }: Found) => {
    if (journey !== own) return navigate(designerPath(realm, journey));
    reveal(page ?? node);
    store.select({ nodes: [page ?? node], edge: null }, page === undefined ? null : node);
    // After the canvas has brought the node into view, which takes the focus, too.
    if (at.kind === 'field') setTimeout(() => focusSettings(at.field.split('.')[0]), 260);
  };
  const waiting = others.some(({ isLoading }) => isLoading);
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
          onChange={(text) => useFind.setState({ query: text })}
          before={<Search size={15} aria-hidden="true" />}
          onKeyDown={({ key }) => {
            const [first] = rows;
            if (key === 'Enter' && first) go(first.journey, first.found);
          }}
        />
        <Switch label="In the whole realm" isSelected={everywhere} onChange={(on) => useFind.setState({ everywhere: on })} />
        <span className="dim numeric" role="status">
          {wanted.trim() === '' ? '' : waiting ? 'Looking…' : rows.length > MOST ? `The first ${MOST} of ${count}` : count}
        </span>
      </div>
      {failed ? <ErrorBox title="Not every journey could be read" error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      <ul className="find-rows" aria-label="Found">
        {rows.slice(0, MOST).map(({ journey, found }) => (
          <li key={`${journey}/${found.node}/${JSON.stringify(found.place)}/${found.text}`}>
            <button type="button" className="find-row" onClick={() => go(journey, found)}>
              <strong>{found.name}</strong>
              <code className="find-text">{found.text}</code>
              <span className="dim">{journey === own ? placeOf(found) : `${placeOf(found)} · ${journey}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
