import { Select, Switch, TextField } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { MapField } from '../fields/MapField.tsx';
import { asText } from '../fields/types.ts';
import { configCommand } from '../store/commands.ts';
import { configIn } from '../store/nodes.ts';
import { CHILD_LOOKS, childLook, readStage, type Stage, withChildLook, withStage, writeStage } from '../store/stage.ts';

function useStage(page: string): { stage: Stage | null; change(next: (stage: Stage) => Stage, what: string, group?: string): void } {
  const { store, resources } = useEditing();
  const stored = useEditor((state) => configIn(state.document, page).stage);
  return {
    stage: readStage(stored),
    change(next, what, group) {
      const { document } = store.getState();
      const { stage: text, ...rest } = configIn(document, page);
      const written = writeStage(next(readStage(text) ?? {}));
      const config = written === undefined ? rest : { ...configIn(document, page), stage: written };
      store.run(configCommand(resources.nodeTypes, document, page, config, what, group && `${page}/stage/${group}`));
    },
  };
}

const TEXTS = [
  { id: 'submitButtonText', label: 'Submit Button Text', help: 'Text of the button that sends the page, by locale.' },
  { id: 'pageFooter', label: 'Page Footer', help: 'Text below the page, by locale.' },
] as const;

/** What AIC's login page takes from the stage of a page. A stage that is a name of its own is left alone. */
export function PageLook({ page }: { page: string }) {
  const { store } = useEditing();
  const { stage, change } = useStage(page);
  if (stage === null)
    return <p className="inspector-empty">The stage is a name of its own: the login page’s texts are kept only in one that is JSON or empty.</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the focus left a field, which ends its undo step
    <div className="form" onBlur={() => store.endGroup()}>
      <h2 className="caps">On the login page</h2>
      {TEXTS.map(({ id, label, help }) => (
        <MapField
          key={id}
          id={id}
          field={{ kind: 'localized', label, help }}
          value={stage[id]}
          error={undefined}
          onChange={(value) => change((before) => withStage(before, id, value), label, id)}
        />
      ))}
      <TextField
        label="Theme"
        help="Id of the theme that this page has instead of the journey’s."
        mono
        value={asText(stage.themeId)}
        onChange={(text) => change((before) => withStage(before, 'themeId', text.trim()), 'Theme', 'themeId')}
      />
    </div>
  );
}

const DEFAULT_LOOK = 'default';

/** Looks of one node of a page, which AIC keeps with the page. */
export function ChildLook({ page, child, type }: { page: string; child: string; type: string }) {
  const { stage, change } = useStage(page);
  const looks = CHILD_LOOKS[type];
  if (!looks || stage === null) return null;
  return (
    <div className="form">
      <h2 className="caps">On the login page</h2>
      {looks.options.map(({ id, label, help, values }) => {
        const look = childLook(stage, looks.callback, child, id);
        const set = (next: string | boolean) => change((before) => withChildLook(before, looks.callback, child, id, next), label);
        if (values === undefined) return <Switch key={id} label={label} help={help} isSelected={look === true} onChange={set} />;
        const stored = asText(look);
        const known = stored === '' || values.some(({ value }) => value === stored);
        return (
          <Select
            key={id}
            label={label}
            help={help}
            options={[{ value: DEFAULT_LOOK, label: 'As the login page likes' }, ...values, ...(known ? [] : [{ value: stored, label: stored }])]}
            value={stored || DEFAULT_LOOK}
            onChange={(next) => set(next === DEFAULT_LOOK ? '' : next)}
          />
        );
      })}
    </div>
  );
}
