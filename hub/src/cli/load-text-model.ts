import { loadTextModel, type TextModel } from '../../../engine/index.ts';
// Not imported when it is needed: in the bundle, which waits for the command at its top, it would not be there yet.
import { textModelDocument } from '../../../rules/text-model.ts';

/** The text model that comes with Steward, ready to score. */
export function loadShippedTextModel(): TextModel {
  return loadTextModel(textModelDocument);
}
