import { loadTextModel } from '../../../engine/sentiment/score/load-text-model.ts';
import { textModelDocument } from '../../../rules/text-model.ts';

/** The model that Steward ships, loaded once per file of tests. */
export const shippedModel = loadTextModel(textModelDocument);
