import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { Button, IconButton, toast } from '../../../ui/index.ts';
import { useSession, useView } from '../store/session.ts';
import { hasInspector } from '../store/view-store.ts';
import { motionMs } from './reveal.ts';

/** The buttons on the canvas: add, zoom, fit, tidy up, keys. */
export function CanvasTools() {
  const { view } = useSession();
  const flow = useReactFlow();
  const open = useView((state) => state.palette !== null);
  const detailed = useView(hasInspector);
  const tidy = useTidy();
  const duration = motionMs();
  return (
    <>
      {!open && (
        <div className="jn-add">
          <Button icon="plus" onClick={() => view.setState({ palette: {} })} aria-keyshortcuts="n">
            Add step
          </Button>
        </div>
      )}
      {!detailed && (
        <div className="jn-details">
          <Button
            icon="panel-right"
            onClick={() =>
              view.setState({
                inspectorOpen: true,
                factsAsked: true,
                selectedSteps: new Set(),
                selectedLinks: new Set(),
              })
            }
          >
            Details
          </Button>
        </div>
      )}
      <div className="jn-tools" role="toolbar" aria-label="View of the journey">
        <IconButton
          icon="plus"
          label="Zoom in"
          shortcut="+"
          side="top"
          onClick={() => void flow.zoomIn({ duration })}
        />
        <IconButton
          icon="minus"
          label="Zoom out"
          shortcut="-"
          side="top"
          onClick={() => void flow.zoomOut({ duration })}
        />
        <IconButton
          icon="maximize"
          label="Fit everything"
          shortcut="1"
          side="top"
          onClick={() => void flow.fitView({ padding: 0.06, maxZoom: 1, duration })}
        />
        <IconButton
          icon="align-left"
          label="Tidy up"
          shortcut="Shift+Alt+T"
          side="top"
          busy={tidy.busy}
          onClick={tidy.run}
        />
        <IconButton
          icon="keyboard"
          label="Keys"
          shortcut="?"
          side="top"
          onClick={() => view.setState({ dialog: 'keys' })}
        />
      </div>
    </>
  );
}

/** Lays out the selected steps, or all of them when fewer than two are selected; one entry of the undo stack. */
export function useTidy(): { busy: boolean; run(): void } {
  const { document: store, view, edits } = useSession();
  const flow = useReactFlow();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    const { journey } = store.getState();
    if (journey.steps.length === 0 || busy) return;
    const chosen = view.getState().selectedSteps;
    setBusy(true);
    try {
      const { tidyUp } = await import('./tidy.ts');
      const positions = await tidyUp(journey, chosen.size > 1 ? chosen : null);
      edits.moveSteps(positions, 'Tidy up');
      requestAnimationFrame(() => void flow.fitView({ padding: 0.06, maxZoom: 1, duration: motionMs() }));
    } catch (error) {
      toast({
        tone: 'bad',
        title: 'The steps could not be laid out',
        detail: error instanceof Error ? error.message : 'Try again.',
      });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: () => void run() };
}
