import { loadTextModel, type TextModel } from '../../../engine/index.ts';

/** The text model that comes with Steward, loaded only by commands that need it: it is three megabytes. */
export async function loadShippedTextModel(): Promise<TextModel> {
  const { textModelDocument } = await import('../../../rules/text-model.ts');
  return loadTextModel(textModelDocument);
}
