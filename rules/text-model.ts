import type { TextModelDocument, WeightsDocument } from '../engine/index.ts';
import weights from './text-model/weights.json' with { type: 'json' };
import { phraseDocuments } from './text-model/phrases.ts';

/**
 * The text model that Steward ships. A door of its own, so that only who scores texts loads its three megabytes.
 * @example const model = loadTextModel(textModelDocument)
 */
export const textModelDocument: TextModelDocument = {
  weights: weights as WeightsDocument,
  phrases: phraseDocuments,
};
