import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { toast } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { announce } from '../store/view-store.ts';
import { counted } from '../store/words.ts';
import { onGrid } from './step-box.ts';
import { isOnCanvas, keepsItsKeys } from './use-canvas-keys.ts';

/**
 * Copy, cut and paste in n8n's own format, so that steps go from canvas to canvas, n8n's included. The browser's events
 * are used, not the clipboard API: they need no permission.
 */
export function useClipboard(): void {
  const { view, edits } = useSession();
  const flow = useReactFlow();
  useEffect(() => {
    let pointer = { x: 0, y: 0 };
    const onPointerMove = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    // What has the focus decides. A clipboard event's target does not: over a page without a field it is where a click
    // last left the caret, which for the empty canvas may be any text beside it.
    const isOurs = () => !keepsItsKeys(document.activeElement) && isOnCanvas(document.activeElement);
    const isTextSelected = () => String(window.getSelection() ?? '') !== '';

    const copy = (event: ClipboardEvent): boolean => {
      const chosen = [...view.getState().selectedSteps];
      if (!isOurs() || isTextSelected() || chosen.length === 0) return false;
      event.clipboardData?.setData('text/plain', edits.copyText(chosen));
      event.preventDefault();
      announce(view, `${counted(chosen.length, 'step')} copied`);
      return true;
    };
    const onCut = (event: ClipboardEvent) => {
      const chosen = [...view.getState().selectedSteps];
      if (copy(event)) edits.remove(chosen, []);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isOurs()) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      const pane = document.querySelector('.jn-canvas')?.getBoundingClientRect();
      if (pane === undefined) return;
      const inside =
        pointer.x > pane.left && pointer.x < pane.right && pointer.y > pane.top && pointer.y < pane.bottom
          ? pointer
          : { x: pane.x + pane.width / 3, y: pane.y + pane.height / 3 };
      const result = edits.paste(text, onGrid(flow.screenToFlowPosition(inside)));
      if (result.ok) announce(view, `${counted(result.steps.length, 'step')} pasted`);
      else toast({ tone: 'warn', title: 'Nothing was pasted', detail: result.message });
    };
    window.addEventListener('pointermove', onPointerMove, { passive: true });
    document.addEventListener('copy', copy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('pointermove', onPointerMove);
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [view, edits, flow]);
}
