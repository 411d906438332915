import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useReactFlow } from 'reactflow';
import { useShortcut } from '../commands/index.ts';
import { IconButton } from '../components/index.ts';

export const Controls = memo(function Controls({ onFit, children }: { onFit: () => void; children?: ReactNode }) {
  const flow = useReactFlow();
  const keys = { in: useShortcut('canvas.zoom-in'), out: useShortcut('canvas.zoom-out'), fit: useShortcut('canvas.fit') };
  return (
    <div className="canvas-controls" role="toolbar" aria-label="View">
      <IconButton
        label="Zoom in"
        shortcut={keys.in}
        placement="top"
        icon={<ZoomIn size={16} aria-hidden="true" />}
        onPress={() => void flow.zoomIn()}
      />
      <IconButton
        label="Zoom out"
        shortcut={keys.out}
        placement="top"
        icon={<ZoomOut size={16} aria-hidden="true" />}
        onPress={() => void flow.zoomOut()}
      />
      <IconButton
        label="Fit the journey"
        shortcut={keys.fit}
        placement="top"
        icon={<Maximize size={16} aria-hidden="true" />}
        onPress={() => onFit()}
      />
      {children}
    </div>
  );
});
