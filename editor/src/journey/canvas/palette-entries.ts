import { stepFamilies, stepTypes, type Step, type StepFamily, type StepType } from '../../../../engine/index.ts';

export interface PaletteGroup {
  title: string;
  types: StepType[];
}

/** What the chosen step will be joined to, which not every type can be. */
export type PaletteJoin = 'alone' | 'after' | 'between';

/** Families in the words of the palette. */
export const familyTitles: Record<StepFamily, string> = {
  start: 'Start',
  data: 'Data',
  decide: 'Decide',
  contact: 'Contact',
  people: 'People',
  listen: 'Listen',
  n8n: 'n8n',
};

/** The step types that can be added: by family, or, for a query, the best fits first. */
export function paletteGroups(query: string, join: PaletteJoin): PaletteGroup[] {
  const types = Object.values(stepTypes).filter((type) => type.addable && canJoin(type, join));
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) {
    const found = types
      .map((type) => ({ type, rank: rankOf(type, words) }))
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => b.rank - a.rank);
    return found.length === 0 ? [] : [{ title: 'Found', types: found.map(({ type }) => type) }];
  }
  return stepFamilies
    .map((family) => ({ title: familyTitles[family], types: types.filter((type) => type.family === family) }))
    .filter((group) => group.types.length > 0);
}

/** A step that starts a journey cannot follow another one. */
function canJoin(type: StepType, join: PaletteJoin): boolean {
  const step: Step = { id: '', name: '', type: type.type, parameters: type.defaults(), position: { x: 0, y: 0 } };
  if (join === 'alone') return true;
  return type.inputs(step).length > 0 && (join === 'after' || type.outputs(step).length > 0);
}

/** 0: does not fit. A title counts more than what is said about it, its beginning most. */
function rankOf(type: StepType, words: readonly string[]): number {
  const title = type.title.toLowerCase();
  const text = `${title} ${type.summary} ${familyTitles[type.family]}`.toLowerCase();
  if (!words.every((word) => text.includes(word))) return 0;
  return words.reduce((rank, word) => rank + (title.startsWith(word) ? 4 : title.includes(word) ? 2 : 1), 0);
}

/** What a drag from the palette carries. */
export const paletteDragType = 'application/x-steward-step';
