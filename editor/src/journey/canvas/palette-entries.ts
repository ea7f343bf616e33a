import { stepFamilies, stepTypes, type StepFamily, type StepType } from '../../../../engine/index.ts';

export interface PaletteGroup {
  family: StepFamily;
  title: string;
  types: StepType[];
}

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

/** The step types that can be added, by family, which title or summary hold every word of the query. */
export function paletteGroups(query: string): PaletteGroup[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (type: StepType) => {
    const text = `${type.title} ${type.summary} ${familyTitles[type.family]}`.toLowerCase();
    return type.addable && words.every((word) => text.includes(word));
  };
  return stepFamilies
    .map((family) => ({
      family,
      title: familyTitles[family],
      types: Object.values(stepTypes).filter((type) => type.family === family && fits(type)),
    }))
    .filter((group) => group.types.length > 0);
}

/** What a drag from the palette carries. */
export const paletteDragType = 'application/x-steward-step';
