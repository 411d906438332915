import { useQuery } from '@tanstack/react-query';
import { Braces } from 'lucide-react';
import { useContext } from 'react';
import { knowledgeQuery } from '../../app/index.ts';
import { IconButton, Menu } from '../../components/index.ts';
import { EditorContext, useEditor } from '../EditorContext.ts';

/** How a setting names a variable: esv-smtp-host is written `&{esv.smtp.host}`. */
const referenceTo = (variable: string): string => `&{${variable.replaceAll('-', '.')}}`;

interface Props {
  label: string;
  onPick(reference: string): void;
}

/** Puts a reference to one of the realm's variables (ESVs) behind the text of a setting; not there in a realm without variables, or in none. */
export function VariableMenu(props: Props) {
  return useContext(EditorContext) === null ? null : <RealmVariables {...props} />;
}

function RealmVariables({ label, onPick }: Props) {
  const realm = useEditor((state) => state.realm);
  const { data } = useQuery(knowledgeQuery(realm));
  const names = Object.keys(data?.variables ?? {}).sort();
  if (names.length === 0) return null;
  return (
    <Menu
      label="Variables of the realm"
      trigger={<IconButton size="small" label={`Insert a variable into ${label}`} icon={<Braces size={14} aria-hidden="true" />} />}
      entries={names.map((name) => ({ id: name, label: referenceTo(name) }))}
      onAction={(name) => onPick(referenceTo(name))}
    />
  );
}
