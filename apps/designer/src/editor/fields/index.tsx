import { ListField, NumberListField } from './ListFields.tsx';
import { MapField } from './MapField.tsx';
import { EmailTemplateField, JourneyField, NodeTypeField, ScriptField } from './PickerFields.tsx';
import { StateKeyField } from './StateKeyField.tsx';
import { type Controls, StructureField } from './StructureField.tsx';
import { BooleanField, EnumField, MultilineField, NumberField, StringField, UrlField } from './TextFields.tsx';

/** One control per kind of field. The children of a page have a panel of their own. */
export const fieldControls: Controls = {
  string: StringField,
  multiline: MultilineField,
  url: UrlField,
  stateKey: StateKeyField,
  journey: JourneyField,
  script: ScriptField,
  emailTemplate: EmailTemplateField,
  nodeType: NodeTypeField,
  integer: NumberField,
  number: NumberField,
  boolean: BooleanField,
  enum: EnumField,
  stringList: ListField,
  numberList: NumberListField,
  outcomes: ListField,
  stringMap: MapField,
  localized: MapField,
  json: (props) => <StructureField {...props} controls={fieldControls} />,
};
