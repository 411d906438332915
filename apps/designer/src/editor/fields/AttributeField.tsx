import { userAttributes } from '@tandem/nodes';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { knowledgeQuery } from '../../app/index.ts';
import { ComboBox } from '../../components/index.ts';
import { useEditor } from '../EditorContext.ts';
import { asText, type FieldProps } from './types.ts';

interface Props {
  label: string;
  hideLabel?: boolean;
  help?: string | undefined;
  placeholder?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange(value: string): void;
}

/** Name of an attribute of the realm's users: those of AIC and those that the realm declares are offered, any other may be typed. */
export function AttributeBox(props: Props) {
  const realm = useEditor((state) => state.realm);
  const { data } = useQuery(knowledgeQuery(realm));
  const services = data?.services;
  const options = useMemo(() => userAttributes(services ?? {}).map(({ name, title }) => ({ value: name, label: name, detail: title })), [services]);
  return <ComboBox {...props} mono allowsCustom options={options} />;
}

export function AttributeField({ field, value, error, onChange }: FieldProps) {
  return (
    <AttributeBox
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      error={error}
      value={asText(value)}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  );
}
