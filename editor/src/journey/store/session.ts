import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SimulationState, SimulationStore } from '../simulate/simulation-store.ts';
import type { FindingsStore } from '../table/findings-store.ts';
import type { JourneyApi } from './api.ts';
import type { Autosave, SaveState } from './autosave.ts';
import type { DocumentState, DocumentStore } from './document-store.ts';
import type { Edits } from './edits.ts';
import type { TableEdits } from './table-edits.ts';
import type { ViewState, ViewStore } from './view-store.ts';

/** One opened journey: the document with its history, what is shown of it, how it is saved, what it was simulated to do. */
export interface JourneySession {
  id: string;
  api: JourneyApi;
  document: DocumentStore;
  edits: Edits;
  tableEdits: TableEdits;
  view: ViewStore;
  autosave: Autosave;
  simulation: SimulationStore;
  /** What the analysis says of the journey's tables. */
  findings: FindingsStore;
}

export const SessionContext = createContext<JourneySession | null>(null);

export function useSession(): JourneySession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is called outside an opened journey');
  return session;
}

/** The hooks below take narrow selectors, so that a component renders only when its own part changes. */
export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useSession().document, select);
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useSession().view, select);
}

export function useSaveState<T>(select: (state: SaveState) => T): T {
  return useStore(useSession().autosave.state, select);
}

export function useSimulation<T>(select: (state: SimulationState) => T): T {
  return useStore(useSession().simulation, select);
}
