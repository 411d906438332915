import { SquarePen } from 'lucide-react';
import { designerPath, navigate } from '../../app/index.ts';
import { Button } from '../../components/index.ts';
import { useLive } from '../hooks.ts';

/** Leads from an event to its node in the designer. */
export function OpenInDesigner({ journey, node, name }: { journey: string; node: string; name: string }) {
  const realm = useLive((state) => state.realm);
  const open = async () => {
    // The editor is loaded with it, and not before.
    const { showPlaceIn } = await import('../../editor/showPlace.ts');
    showPlaceIn(journey, { node }, () => navigate(designerPath(realm, journey)));
  };
  return (
    <Button size="small" icon={<SquarePen size={12} aria-hidden="true" />} onPress={() => void open()}>
      Open {name} in the designer
    </Button>
  );
}
