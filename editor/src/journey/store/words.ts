import { stepType, type Link, type LinkEnd, type Step } from '../../../../engine/index.ts';

/** The words on an output, for people; a step with one output needs none. */
export function outputLabel(step: Step, port: string): string {
  const outputs = stepType(step).outputs(step);
  const declared = outputs.find((output) => output.id === port);
  if (declared !== undefined) return outputs.length > 1 ? declared.label : '';
  const [kind = '', index = '0'] = port.split('/');
  if (kind !== 'main') return kind.replace(/^ai_/, '');
  return index === '0' ? '' : `Output ${Number(index) + 1}`;
}

/** "From Risk, High, to Human review". */
export function linkWords(link: Link, steps: ReadonlyMap<string, Step>): string {
  const from = steps.get(link.from.step);
  const to = steps.get(link.to.step);
  const label = from === undefined ? '' : outputLabel(from, link.from.port);
  return `From ${from?.name ?? 'nothing'}${label === '' ? '' : `, ${label},`} to ${to?.name ?? 'nothing'}`;
}

/** "Risk → High" for an output of a step. */
export function endWords(end: LinkEnd, steps: readonly Step[]): string {
  const step = steps.find((entry) => entry.id === end.step);
  if (step === undefined) return '';
  const label = outputLabel(step, end.port);
  return label === '' ? step.name : `${step.name} → ${label}`;
}

/** `1 step`, `3 steps`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
