import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Journey, LinkEnd, Position } from '../../../../engine/index.ts';

/** Where a step chosen in the palette goes. */
export interface PaletteTarget {
  /** Canvas position of the new step's top left corner. */
  at?: Position;
  /** Connect the new step to this output. */
  from?: LinkEnd;
  /** Put the new step on this link. */
  link?: string;
}

export type PanelTab = 'simulation' | 'problems' | 'tables';

export type DialogKind = 'keys' | 'export' | 'samples';

/** What is shown and chosen. Nothing here is saved, and undo does not touch it. */
export interface ViewState {
  selectedSteps: ReadonlySet<string>;
  selectedLinks: ReadonlySet<string>;
  /** Positions of steps while they are dragged, before the drag becomes a change of the journey. */
  dragged: ReadonlyMap<string, Position>;
  /** The link under the pointer. */
  hoveredLink: string | null;
  palette: PaletteTarget | null;
  inspectorOpen: boolean;
  /** The facts about the journey were asked for; they show when nothing is selected. */
  factsAsked: boolean;
  inspectorTab: string;
  panel: PanelTab | null;
  panelHeightPx: number;
  /** The step whose name is being edited on the canvas. */
  renaming: string | null;
  dialog: DialogKind | null;
  /** The step from which a connection is made by keyboard. */
  connectFrom: string | null;
  /** Id of the rule pack that is shown, read-only. */
  pack: string | null;
  /** What a screen reader is told; `nonce` makes the same words heard twice. */
  announcement: { text: string; nonce: number };
}

export type ViewStore = StoreApi<ViewState>;

const nothing: ReadonlySet<string> = new Set();

export function createViewStore(): ViewStore {
  return createStore<ViewState>(() => ({
    selectedSteps: nothing,
    selectedLinks: nothing,
    dragged: new Map(),
    hoveredLink: null,
    palette: null,
    inspectorOpen: true,
    factsAsked: false,
    inspectorTab: 'settings',
    panel: null,
    panelHeightPx: 260,
    renaming: null,
    dialog: null,
    connectFrom: null,
    pack: null,
    announcement: { text: '', nonce: 0 },
  }));
}

export function selectSteps(view: ViewStore, steps: Iterable<string>, links: Iterable<string> = []): void {
  view.setState({ selectedSteps: new Set(steps), selectedLinks: new Set(links) });
}

/** Forgets that steps and links were selected which are no longer there, as after the undo of a paste. */
export function keepSelectable(view: ViewStore, { steps, links }: Journey): void {
  const { selectedSteps, selectedLinks } = view.getState();
  const left = steps.filter(({ id }) => selectedSteps.has(id));
  const leftLinks = links.filter(({ id }) => selectedLinks.has(id));
  if (left.length === selectedSteps.size && leftLinks.length === selectedLinks.size) return;
  selectSteps(
    view,
    left.map(({ id }) => id),
    leftLinks.map(({ id }) => id),
  );
}

/** The one selected step, or null when none or several are. */
export function onlySelected(state: ViewState): string | null {
  if (state.selectedSteps.size !== 1) return null;
  const [step] = state.selectedSteps;
  return step ?? null;
}

/** Whether something is shown in detail: what is selected, or, when asked for, the journey itself. */
export function hasInspector(state: ViewState): boolean {
  return state.inspectorOpen && (state.selectedSteps.size > 0 || state.factsAsked);
}

export function announce(view: ViewStore, text: string): void {
  view.setState((state) => ({ announcement: { text, nonce: state.announcement.nonce + 1 } }));
}
