import { CircleAlert } from 'lucide-react';
import { FieldError, Text } from 'react-aria-components';

/** Help below a control, replaced by what is wrong. */
export function FieldFoot({ help, error }: { help?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {help !== undefined && error === undefined ? (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      ) : null}
      <FieldError className="field-error">
        <CircleAlert size={13} aria-hidden="true" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
