import { useDraftElsewhere } from './store/useDraftElsewhere.ts';

/** Says that the journey is being worked on in another tab of this browser. */
export function ElsewhereBar({ realm, id }: { realm: string; id: string }) {
  return useDraftElsewhere(realm, id) ? (
    <div className="editor-notice" role="status">
      <span>{`${id} has unsaved changes in another tab of this browser. Each tab keeps its own: whoever saves second sees both sides and can merge them.`}</span>
    </div>
  ) : null;
}
