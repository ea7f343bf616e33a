import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useSession } from '../store/session.ts';
import { announce, onlySelected, selectSteps } from '../store/view-store.ts';
import { counted } from '../store/words.ts';
import { useTidy } from './CanvasTools.tsx';
import { actionFor, type CanvasAction } from './key-map.ts';
import { allTowards, neighbour, type Direction } from './neighbours.ts';
import { focusStep, motionMs, useReveal } from './reveal.ts';
import { gridPx } from './step-box.ts';

/** True for places where keys write text or walk a list of their own. */
export function keepsItsKeys(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="grid"], [role="tablist"]',
    ) !== null
  );
}

/** True while the focus is on the canvas, or nowhere in particular. */
export function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  return target === document.body || target.closest('[data-area="canvas"]') !== null || target.id === 'st-page';
}

const alsoElsewhere: readonly CanvasAction[] = ['add', 'keys', 'tidy', 'fit'];

/** Binds n8n's key map to the canvas. Undo, redo, saving and simulating are bound for the whole page (`use-page-keys.ts`). */
export function useCanvasKeys(): void {
  const act = useCanvasActions();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || keepsItsKeys(event.target)) return;
      const action = actionFor(event);
      if (action === null) return;
      // Enter and Space on a button press the button.
      const onButton = event.target instanceof Element && event.target.closest('button, a') !== null;
      if (onButton && (event.key === 'Enter' || event.key === ' ')) return;
      if (!isOnCanvas(event.target) && !alsoElsewhere.includes(action)) return;
      if (latest.current(action)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Does what an action says; false when it is not for the canvas. */
function useCanvasActions(): (action: CanvasAction) => boolean {
  const { view, edits, document: store } = useSession();
  const flow = useReactFlow();
  const tidy = useTidy();
  const reveal = useReveal();

  const walk = (direction: Direction) => {
    const { journey } = store.getState();
    const [from] = view.getState().selectedSteps;
    const to = from === undefined ? journey.steps[0]?.id : neighbour(journey, from, direction);
    if (to === null || to === undefined) return;
    reveal(to);
    focusStep(to);
  };
  const extend = (direction: 'left' | 'right') => {
    const all = allTowards(store.getState().journey, view.getState().selectedSteps, direction);
    selectSteps(view, all);
    announce(view, `${counted(all.size, 'step')} selected`);
  };
  const nudge = (dx: number, dy: number) => {
    const chosen = view.getState().selectedSteps;
    const steps = store.getState().journey.steps.filter((step) => chosen.has(step.id));
    if (steps.length === 0) return;
    const to = new Map(
      steps.map((step) => [step.id, { x: step.position.x + dx * gridPx, y: step.position.y + dy * gridPx }] as const),
    );
    edits.moveSteps(to, undefined, 'nudge');
    const first = to.values().next().value;
    if (first !== undefined) announce(view, `Moved to ${first.x}, ${first.y}`);
  };

  return (action) => {
    const state = view.getState();
    const only = onlySelected(state);
    const duration = motionMs();
    switch (action) {
      case 'add':
        view.setState({ palette: {} });
        return true;
      case 'open':
        if (only === null) return false;
        view.setState({ inspectorOpen: true });
        requestAnimationFrame(() => document.querySelector<HTMLElement>('.jn-inspector [data-autofocus]')?.focus());
        return true;
      case 'rename':
        if (only === null) return false;
        view.setState({ renaming: only });
        return true;
      case 'toggle':
        edits.toggleSteps([...state.selectedSteps]);
        return true;
      case 'connect':
        if (only === null) return false;
        view.setState({ connectFrom: only });
        return true;
      case 'duplicate':
        edits.duplicate([...state.selectedSteps]);
        return true;
      case 'remove': {
        const count = state.selectedSteps.size;
        if (count + state.selectedLinks.size === 0) return false;
        edits.remove([...state.selectedSteps], [...state.selectedLinks]);
        const rest = store.getState().journey.steps[0];
        if (count > 0 && rest !== undefined) focusStep(rest.id);
        return true;
      }
      case 'select-all':
        selectSteps(
          view,
          store.getState().journey.steps.map((step) => step.id),
        );
        return true;
      case 'tidy':
        tidy.run();
        return true;
      case 'zoom-in':
        void flow.zoomIn({ duration });
        return true;
      case 'zoom-out':
        void flow.zoomOut({ duration });
        return true;
      case 'zoom-reset':
        void flow.zoomTo(1, { duration });
        return true;
      case 'fit':
        void flow.fitView({ padding: 0.12, maxZoom: 1, duration });
        return true;
      case 'go-left':
      case 'go-right':
      case 'go-up':
      case 'go-down':
        walk(action.slice(3) as Direction);
        return true;
      case 'extend-left':
      case 'extend-right':
        extend(action.slice(7) as 'left' | 'right');
        return true;
      case 'nudge-left':
        nudge(-1, 0);
        return true;
      case 'nudge-right':
        nudge(1, 0);
        return true;
      case 'nudge-up':
        nudge(0, -1);
        return true;
      case 'nudge-down':
        nudge(0, 1);
        return true;
      case 'keys':
        view.setState({ dialog: 'keys' });
        return true;
      case 'escape':
        if (state.palette !== null) view.setState({ palette: null });
        else selectSteps(view, []);
        return true;
      case 'undo':
      case 'redo':
      case 'simulate':
      case 'save':
        return false;
    }
  };
}
