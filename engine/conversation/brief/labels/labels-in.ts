import type { FullLanguage } from '../../../sentiment/model/language.ts';
import type { BriefLabels } from './brief-labels.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';

const languages: Readonly<Record<FullLanguage, BriefLabels>> = { en, de, fr, es, it, pt };

/** The words of a brief in a language. */
export function labelsIn(language: FullLanguage): BriefLabels {
  return languages[language];
}

/** A label with its places filled. @example filled('message {n}', { n: 3 }) // 'message 3' */
export function filled(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
