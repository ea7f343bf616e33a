import { loadTextModel, readsTexts, type Journey, type TextModel } from '../../../../engine/index.ts';

let loading: Promise<TextModel> | undefined;
let loaded: TextModel | undefined;

/**
 * Loads the text model that a journey needs, once; undefined for one that reads no texts. It is three megabytes: whoever
 * draws other journeys never fetches it.
 */
export async function textModelFor(journey: Journey): Promise<TextModel | undefined> {
  if (!readsTexts(journey)) return undefined;
  loading ??= load();
  return loading;
}

/** The text model, if a simulation has loaded it. */
export function loadedTextModel(): TextModel | undefined {
  return loaded;
}

async function load(): Promise<TextModel> {
  try {
    const { textModelDocument } = await import('../../../../rules/text-model.ts');
    return (loaded = loadTextModel(textModelDocument));
  } catch (error) {
    // Away for a moment: the next simulation tries again.
    loading = undefined;
    throw error;
  }
}
