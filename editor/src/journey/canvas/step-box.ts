import { stepType, type Port, type Step } from '../../../../engine/index.ts';

/** n8n's grid, in pixels: every position is a multiple of it, so that a journey lies straight in n8n too. */
export const gridPx = 16;
/** chosen: thirteen grid cells, room for names of some 18 characters beside the tile. */
export const stepWidthPx = 208;
const leastHeightPx = 56;
/** Distance of two ports of one side: room for a line of words over each link. */
export const portPitchPx = 24;
const portMarginPx = 18;

/** A port as the canvas draws it. Ports of n8n's side connections (AI models, tools) stand below and above the step. */
export interface DrawnPort extends Port {
  side: 'left' | 'right' | 'top' | 'bottom';
  /** Distance from the side's start to the port's middle, in pixels. */
  offsetPx: number;
}

export interface StepBox {
  heightPx: number;
  ports: { inputs: DrawnPort[]; outputs: DrawnPort[] };
}

/** Ports that links use although the step's type does not declare them, as n8n's own nodes have them. */
export interface UsedPorts {
  inputs: readonly string[];
  outputs: readonly string[];
}

/** Size and ports of a step on the canvas. */
export function stepBox(step: Step, used: UsedPorts): StepBox {
  const type = stepType(step);
  const inputs = withUsed(type.inputs(step), used.inputs);
  const outputs = withUsed(type.outputs(step), used.outputs);
  const rows = Math.max(inputs.filter(isMain).length, outputs.filter(isMain).length, 1);
  const needed = portMarginPx * 2 + (rows - 1) * portPitchPx;
  const heightPx = Math.max(leastHeightPx, Math.ceil(needed / 8) * 8);
  return {
    heightPx,
    ports: {
      inputs: place(inputs, 'left', 'bottom', heightPx),
      outputs: place(outputs, 'right', 'top', heightPx),
    },
  };
}

function withUsed(declared: readonly Port[], used: readonly string[]): Port[] {
  const known = new Set(declared.map((port) => port.id));
  const others = used.filter((id) => !known.has(id)).toSorted(byPortId);
  return [...declared, ...others.map((id) => ({ id, label: portWords(id) }))];
}

/** `main/10` after `main/9`. */
function byPortId(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** `ai_languageModel/0` → `languageModel`; n8n's plain outputs have a number only. */
function portWords(id: string): string {
  const [kind = '', index = '0'] = id.split('/');
  if (kind === 'main') return index === '0' ? '' : `Output ${Number(index) + 1}`;
  return kind
    .replace(/^ai_/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function isMain(port: Port): boolean {
  return !port.id.includes('/') || port.id.startsWith('main/');
}

function place(ports: Port[], mainSide: 'left' | 'right', otherSide: 'top' | 'bottom', heightPx: number): DrawnPort[] {
  const main = ports.filter(isMain);
  const others = ports.filter((port) => !isMain(port));
  const first = heightPx / 2 - ((main.length - 1) * portPitchPx) / 2;
  return [
    ...main.map((port, index) => ({ ...port, side: mainSide, offsetPx: first + index * portPitchPx })),
    ...others.map((port, index) => ({
      ...port,
      side: otherSide,
      offsetPx: ((index + 1) * stepWidthPx) / (others.length + 1),
    })),
  ];
}

/** Whether a port needs words: the only output of a step explains itself. */
export function hasWords(port: DrawnPort, box: StepBox): boolean {
  return port.label !== '' && box.ports.outputs.length > 1;
}

/** chosen: of 12 px Inter, rounded up. */
const characterPx = 6.6;
/** chosen: longer words are cut off. */
export const portWordsMaxPx = 116;

/** How far a link runs straight from a port with words, so that it lies under the words and the count before them. */
export function leadPx(label: string): number {
  return label === '' ? 0 : 12 + Math.min(portWordsMaxPx, (label.length + 4) * characterPx);
}

/** The nearest point of n8n's grid. */
export function onGrid(position: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.round(position.x / gridPx) * gridPx, y: Math.round(position.y / gridPx) * gridPx };
}
