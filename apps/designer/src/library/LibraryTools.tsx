import { Search } from 'lucide-react';
import { Segmented, Select, TextField } from '../components/index.ts';
import { type Listing, type Sort, UNTAGGED } from './pairs.ts';

const SORTS: readonly { value: Sort; label: string }[] = [
  { value: 'pairs', label: 'Pairs first' },
  { value: 'name', label: 'Name' },
  { value: 'changed', label: 'Last changed' },
  { value: 'nodes', label: 'Most nodes' },
];
const ALL_TAGS = '';
/** More than these would not fit beside each other. */
const TAGS_IN_A_ROW = 5;

interface LibraryToolsProps {
  listing: Listing;
  tags: readonly string[];
  onChange(change: Partial<Listing>): void;
}

/** Search, tag filter and sort of the library. */
export function LibraryTools({ listing, tags, onChange }: LibraryToolsProps) {
  const options = [
    { value: ALL_TAGS, label: tags.length > TAGS_IN_A_ROW ? 'All tags' : 'All' },
    ...tags.map((name) => ({ value: name, label: name })),
    { value: UNTAGGED, label: 'Untagged' },
  ];
  const TagFilter = tags.length > TAGS_IN_A_ROW ? Select : Segmented;
  return (
    <div className="library-tools">
      <TextField
        label="Search journeys"
        hideLabel
        placeholder="Search by name, description, tag or node type"
        type="search"
        value={listing.query}
        onChange={(query) => onChange({ query })}
        before={<Search size={15} aria-hidden="true" />}
      />
      {tags.length > 0 ? (
        <TagFilter
          label="Tag"
          hideLabel
          value={listing.tag ?? ALL_TAGS}
          onChange={(tag: string) => onChange({ tag: tag === ALL_TAGS ? null : tag })}
          options={options}
        />
      ) : null}
      <div className="library-sort">
        <Select label="Sort by" hideLabel options={SORTS} value={listing.sort} onChange={(sort) => onChange({ sort: sort as Sort })} />
      </div>
    </div>
  );
}
