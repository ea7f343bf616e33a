import type { PhrasesDocument, TextModelDocument, WeightsDocument } from '../engine/index.ts';
import weights from './text-model/weights.json' with { type: 'json' };
import de from './text-model/phrases/de.json' with { type: 'json' };
import en from './text-model/phrases/en.json' with { type: 'json' };
import es from './text-model/phrases/es.json' with { type: 'json' };
import fr from './text-model/phrases/fr.json' with { type: 'json' };
import it from './text-model/phrases/it.json' with { type: 'json' };
import pt from './text-model/phrases/pt.json' with { type: 'json' };

/**
 * The text model that Steward ships. A door of its own, so that only who scores texts loads its three megabytes.
 * @example const model = loadTextModel(textModelDocument)
 */
export const textModelDocument = {
  weights: weights as WeightsDocument,
  phrases: {
    en: en as PhrasesDocument,
    de: de as PhrasesDocument,
    fr: fr as PhrasesDocument,
    es: es as PhrasesDocument,
    it: it as PhrasesDocument,
    pt: pt as PhrasesDocument,
  },
} satisfies TextModelDocument;
