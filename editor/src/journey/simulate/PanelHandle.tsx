import { useSession, useView } from '../store/session.ts';

const leastPx = 140;
const stepPx = 32;

/** The upper edge of the panel: dragged, or moved with arrow keys. */
export function PanelHandle() {
  const { view } = useSession();
  const heightPx = useView((state) => state.panelHeightPx);
  const mostPx = Math.round(window.innerHeight * 0.75);
  const set = (wanted: number) => view.setState({ panelHeightPx: Math.max(leastPx, Math.min(mostPx, wanted)) });
  return (
    <div
      className="jn-panel-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the panel"
      aria-valuenow={heightPx}
      aria-valuemin={leastPx}
      aria-valuemax={mostPx}
      tabIndex={0}
      onPointerDown={(event) => {
        const fromY = event.clientY;
        const before = view.getState().panelHeightPx;
        const target = event.currentTarget;
        target.setPointerCapture(event.pointerId);
        const onMove = (move: PointerEvent) => set(before + fromY - move.clientY);
        const onUp = () => {
          target.removeEventListener('pointermove', onMove);
          target.removeEventListener('pointerup', onUp);
          target.removeEventListener('pointercancel', onUp);
        };
        target.addEventListener('pointermove', onMove);
        target.addEventListener('pointerup', onUp);
        target.addEventListener('pointercancel', onUp);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        set(heightPx + (event.key === 'ArrowUp' ? stepPx : -stepPx));
      }}
    />
  );
}
