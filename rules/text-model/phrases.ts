import type { PhrasesDocument, TextModelDocument } from '../../engine/index.ts';
import de from './phrases/de.json' with { type: 'json' };
import en from './phrases/en.json' with { type: 'json' };
import es from './phrases/es.json' with { type: 'json' };
import fr from './phrases/fr.json' with { type: 'json' };
import it from './phrases/it.json' with { type: 'json' };
import pt from './phrases/pt.json' with { type: 'json' };

/** What people wrote, per language. */
export const phraseDocuments: TextModelDocument['phrases'] = {
  en: en as PhrasesDocument,
  de: de as PhrasesDocument,
  fr: fr as PhrasesDocument,
  es: es as PhrasesDocument,
  it: it as PhrasesDocument,
  pt: pt as PhrasesDocument,
};
