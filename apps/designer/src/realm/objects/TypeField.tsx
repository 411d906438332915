import { ComboBox } from '../../components/index.ts';

/** IDM's own types beside users, as AIC names them in a realm. */
const OWN = ['role', 'organization', 'assignment', 'group'];

/** The type of an object, as it stands after `managed/`. */
export function TypeField({
  realm,
  known,
  value,
  onChange,
  error,
}: {
  realm: string;
  known: readonly string[];
  value: string;
  onChange(type: string): void;
  error?: string | undefined;
}) {
  const types = [...new Set([...known, ...OWN.map((type) => `${realm}_${type}`)])];
  return (
    <ComboBox
      label="Type"
      mono
      allowsCustom
      placeholder={`${realm}_role`}
      options={types.map((type) => ({ value: type, label: type }))}
      value={value}
      onChange={onChange}
      help="As in managed/<type>."
      error={error}
    />
  );
}

/** Why a text is no type of an object here; undefined when it is one. */
export function typeProblem(type: string): string | undefined {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(type.trim()) ? undefined : 'A type, such as alpha_role.';
}
