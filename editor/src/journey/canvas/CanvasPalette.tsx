import { useReactFlow } from '@xyflow/react';
import type { StepType } from '../../../../engine/index.ts';
import { useDocument, useSession, useView } from '../store/session.ts';
import { onlySelected } from '../store/view-store.ts';
import { endWords } from '../store/words.ts';
import { Palette } from './Palette.tsx';
import { focusStep } from './reveal.ts';
import { onGrid, stepWidthPx } from './step-box.ts';

/** The palette on the canvas: what is chosen goes onto the link, after the step, or to the middle of what is seen. */
export function CanvasPalette() {
  const { view, edits, document: store } = useSession();
  const target = useView((state) => state.palette);
  const selected = useView(onlySelected);
  const steps = useDocument((state) => state.journey.steps);
  const flow = useReactFlow();
  if (target === null) return null;

  const follow = target.from ?? (target.link === undefined && selected !== null ? edits.freeOutput(selected) : null);
  const purpose =
    target.link !== undefined ? 'Goes onto the link.' : follow !== null ? `Goes after ${endWords(follow, steps)}.` : '';

  const choose = (type: StepType) => {
    const id = edits.addStep(type, {
      ...(target.link === undefined ? {} : { link: target.link }),
      ...(follow === null ? {} : { from: follow }),
      ...(target.at === undefined ? {} : { at: target.at }),
      fallback: middleOfCanvas(flow),
    });
    view.setState({ palette: null, inspectorOpen: true });
    if (id !== null) focusStep(id);
  };

  return (
    <Palette
      key={`${target.link ?? ''} ${target.from?.step ?? ''}`}
      purpose={purpose}
      join={target.link !== undefined ? 'between' : target.from !== undefined ? 'after' : 'alone'}
      onChoose={choose}
      onClose={() => {
        view.setState({ palette: null });
        const back = selected ?? store.getState().journey.steps[0]?.id;
        if (back !== undefined) focusStep(back);
      }}
    />
  );
}

function middleOfCanvas(flow: ReturnType<typeof useReactFlow>) {
  const pane = document.querySelector('.jn-canvas')?.getBoundingClientRect() ?? new DOMRect(0, 0, 800, 600);
  const middle = flow.screenToFlowPosition({ x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 });
  return onGrid({ x: middle.x - stepWidthPx / 2, y: middle.y - 28 });
}
