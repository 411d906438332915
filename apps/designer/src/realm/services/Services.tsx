import type { RealmServices } from '@tandem/journey';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { journeysQuery, useLeaveGuard } from '../../app/index.ts';
import { useShortcut } from '../../commands/index.ts';
import { Button, ComboBox, DiscardDialog, ErrorBox, Segmented, TextField } from '../../components/index.ts';
import { errorAt, unplaced } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { TextsField } from '../parts/ListFields.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { Read, SectionHead } from '../parts/Section.tsx';
import { useForm } from '../parts/useForm.ts';
import { useSaveKey } from '../parts/useSaveKey.ts';
import { saveServices, servicesQuery } from '../queries.ts';
import { ApplicationsGroup } from './ApplicationsGroup.tsx';
import { CustomAttributesGroup } from './CustomAttributesGroup.tsx';
import { bodyOf, formOf, PLACES } from './form.ts';
import { PolicyGroup } from './PolicyGroup.tsx';
import { QuestionsGroup } from './QuestionsGroup.tsx';
import { TermsGroup } from './TermsGroup.tsx';

const LANGUAGES = [
  { value: 'aic', label: 'Advanced Identity Cloud' },
  { value: 'es6', label: 'Self-managed, ES6 on' },
] as const;
const LANGUAGE_HELP = {
  aic: 'Scripts with let, for…of, classes and more of ES6 are refused, as on AIC.',
  es6: "Rhino's ES6 is on, as a self-managed AM can be set.",
};

/** Settings of the realm's services. */
export function Services({ realm }: { realm: string }) {
  const services = useQuery(servicesQuery(realm));
  return (
    <>
      <SectionHead title="Services">
        What AM and IDM keep as services of a realm, as far as journeys notice. What is empty has its default.
      </SectionHead>
      <Read what="services" query={services}>
        {(data) => <ServicesForm realm={realm} services={data} />}
      </Read>
    </>
  );
}

function ServicesForm({ realm, services }: { realm: string; services: RealmServices }) {
  const journeys = useQuery(journeysQuery(realm));
  const [opened] = useState(() => new Date().toISOString());
  const stored = useMemo(() => formOf(services, opened), [services, opened]);
  const { form, set, reset, isDirty, failure, isBusy, save } = useForm(stored, (current) => saveServices(realm, bodyOf(current)), {
    saved: 'Saved the services',
    onSaved: () => undefined,
    stored,
  });
  const { leaving, stay } = useLeaveGuard(isDirty);
  const saveKey = useShortcut('realm.save');
  useSaveKey(() => {
    if (isDirty && !isBusy) save();
  });
  const rest = unplaced(failure, PLACES);
  const startable = (journeys.data?.journeys ?? []).filter((journey) => !journey.innerTreeOnly && !journey.transactionalOnly);
  return (
    <form
      className="services"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !isBusy) save();
      }}
    >
      <FormGroup title="Backchannel transactions">
        <NumberField
          label="Transaction time to live"
          min={1}
          unit="s"
          value={form.transactionTimeToLive}
          onChange={(transactionTimeToLive) => set({ transactionTimeToLive })}
          help="Holds where a Backchannel Initialize node has no Max Time. AM's default is 180."
          error={errorAt(failure, 'transactionTimeToLive')}
        />
        <TextField
          label="Base URL"
          mono
          placeholder="https://sso.example.com"
          value={form.baseUrl}
          onChange={(baseUrl) => set({ baseUrl })}
          help="Base URL Source: host and port of redirect URIs; the path stays AM’s own. Empty: the address that was asked."
          error={errorAt(failure, 'baseUrl')}
        />
        <div className="form-whole">
          <TextsField
            label="Session properties that may be shown"
            add="Add property"
            help="Session Property Whitelist: what a Backchannel Status node may record of the other journey’s session. None named: all of it."
            texts={form.sessionProperties}
            onChange={(sessionProperties) => set({ sessionProperties })}
            error={errorAt(failure, 'sessionProperties')}
          />
        </div>
      </FormGroup>
      <FormGroup title="Journeys and scripts">
        <ComboBox
          label="Default journey"
          allowsCustom
          placeholder="None"
          options={startable.map(({ id }) => ({ value: id, label: id }))}
          value={form.defaultJourney}
          onChange={(defaultJourney) => set({ defaultJourney })}
          help="Runs when a request names no journey."
          error={errorAt(failure, 'defaultJourney')}
        />
        <Segmented
          label="Script engine"
          options={LANGUAGES}
          value={form.scriptLanguage}
          onChange={(scriptLanguage) => set({ scriptLanguage })}
          help={LANGUAGE_HELP[form.scriptLanguage]}
          error={errorAt(failure, 'scriptLanguage')}
        />
      </FormGroup>
      <PolicyGroup policy={form.policy} failure={failure} onChange={(policy) => set({ policy })} />
      <TermsGroup terms={form.terms} stored={stored.terms} failure={failure} onChange={(terms) => set({ terms })} />
      <QuestionsGroup questions={form.questions} stored={stored.questions} failure={failure} onChange={(questions) => set({ questions })} />
      <CustomAttributesGroup
        attributes={form.customAttributes}
        error={errorAt(failure, 'customAttributes')}
        onChange={(customAttributes) => set({ customAttributes })}
      />
      <ApplicationsGroup applications={form} failure={failure} onChange={set} />
      <FormGroup title="Unique attributes">
        <div className="form-whole">
          <TextsField
            label="Attributes that no two users may share"
            add="Add attribute"
            help="Those with the policy unique in IDM, such as mail. The user name always is one."
            texts={form.uniqueAttributes}
            onChange={(uniqueAttributes) => set({ uniqueAttributes })}
            error={errorAt(failure, 'uniqueAttributes')}
          />
        </div>
      </FormGroup>
      <div className="save-bar" data-dirty={isDirty || undefined}>
        {rest ? <ErrorBox title="The services were not saved" error={rest} /> : null}
        {failure && rest === null ? (
          <p className="edit-refused" role="alert">
            The services were not saved: see the marked fields.
          </p>
        ) : null}
        <span className="dim">{isDirty ? 'Not saved yet' : 'Everything is saved'}</span>
        <Button isIdle={!isDirty || isBusy} onPress={reset}>
          Discard changes
        </Button>
        <Button kind="primary" shortcut={saveKey} isIdle={!isDirty || isBusy} onPress={() => save()}>
          Save services
        </Button>
      </div>
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      {leaving ? <DiscardDialog onDiscard={leaving} onStay={stay} /> : null}
    </form>
  );
}
