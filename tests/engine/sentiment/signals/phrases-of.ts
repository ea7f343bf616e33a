import { compilePhrases, type CompiledPhrases } from '../../../../engine/sentiment/signals/compile-phrases.ts';
import { findSignals } from '../../../../engine/sentiment/signals/find-signals.ts';
import type { SignalFindings } from '../../../../engine/sentiment/signals/findings.ts';
import type { FullLanguage } from '../../../../engine/sentiment/model/language.ts';
import { readText } from '../../../../engine/sentiment/text/read-text.ts';
import { definite } from '../../../definite.ts';
import { textModelDocument } from '../../../../rules/text-model.ts';

const compiled = new Map<FullLanguage, CompiledPhrases>();

/** The phrases that ship, compiled once per language. */
export function phrasesOf(language: FullLanguage): CompiledPhrases {
  let phrases = compiled.get(language);
  if (phrases === undefined)
    compiled.set(language, (phrases = compilePhrases(definite(textModelDocument.phrases[language]))));
  return phrases;
}

export function signalsOf(language: FullLanguage, text: string): SignalFindings {
  return findSignals(phrasesOf(language), readText(text));
}
