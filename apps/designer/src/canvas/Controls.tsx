import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { useReactFlow } from 'reactflow';
import { IconButton } from '../components/index.ts';

export function Controls({ onFit, children }: { onFit: () => void; children?: ReactNode }) {
  const flow = useReactFlow();
  return (
    <div className="canvas-controls" role="toolbar" aria-label="View">
      <IconButton label="Zoom in" shortcut="+" placement="top" icon={<ZoomIn size={16} aria-hidden="true" />} onPress={() => void flow.zoomIn()} />
      <IconButton label="Zoom out" shortcut="-" placement="top" icon={<ZoomOut size={16} aria-hidden="true" />} onPress={() => void flow.zoomOut()} />
      <IconButton label="Fit the journey" shortcut="1" placement="top" icon={<Maximize size={16} aria-hidden="true" />} onPress={() => onFit()} />
      {children}
    </div>
  );
}
