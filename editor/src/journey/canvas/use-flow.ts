import { useMemo, useState } from 'react';
import { stepType, type Link, type Step } from '../../../../engine/index.ts';
import { problemsByStep } from '../store/derived.ts';
import { useDocument, useView } from '../store/session.ts';
import { linkWords, outputLabel } from '../store/words.ts';
import { createEdgeTranslator, createNodeTranslator } from './flow-model.ts';
import { leadPx } from './step-box.ts';

/** The journey as React Flow wants it. */
export function useFlow(measured: ReadonlyMap<string, { width: number; height: number }>) {
  const journey = useDocument((state) => state.journey);
  const selectedSteps = useView((state) => state.selectedSteps);
  const selectedLinks = useView((state) => state.selectedLinks);
  const dragged = useView((state) => state.dragged);
  const renaming = useView((state) => state.renaming);
  const [toNodes] = useState(createNodeTranslator);
  const [toEdges] = useState(createEdgeTranslator);

  const nodes = useMemo(() => {
    const problems = problemsByStep(journey);
    const [chosen] = selectedSteps;
    return toNodes(journey, {
      selectedSteps,
      dragged,
      measured,
      renaming,
      tabStop: chosen ?? journey.steps[0]?.id ?? null,
      ariaLabel: (step) => stepWords(step, problems.get(step.id)?.length ?? 0),
    });
  }, [toNodes, journey, selectedSteps, dragged, measured, renaming]);

  const edges = useMemo(() => {
    const names = new Map(journey.steps.map((step) => [step.id, step]));
    return toEdges(journey, {
      selectedLinks,
      ariaLabel: (link: Link) => linkWords(link, names),
      leadPx: (link: Link) => {
        const step = names.get(link.from.step);
        return step === undefined ? 0 : leadOf(step, link.from.port);
      },
    });
  }, [toEdges, journey, selectedLinks]);

  return { nodes, edges };
}

/** The longest words of a step tell where all of its links bend: bending at different places they would cross. */
function leadOf(step: Step, port: string): number {
  if (outputLabel(step, port) === '') return 0;
  const labels = stepType(step)
    .outputs(step)
    .map((output) => output.label);
  return Math.max(leadPx(outputLabel(step, port)), ...labels.map(leadPx));
}

/** "Risk, Risk classification, 1 problem": what a screen reader says of a step. */
function stepWords(step: Step, problems: number): string {
  const words = [step.name];
  const { title } = stepType(step);
  if (title !== step.name) words.push(title);
  if (step.disabled) words.push('switched off');
  if (problems > 0) words.push(problems === 1 ? '1 problem' : `${problems} problems`);
  return words.join(', ');
}
