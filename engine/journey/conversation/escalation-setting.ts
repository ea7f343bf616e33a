import { textLanguages, type TextLanguage } from '../../sentiment/model/language.ts';

/** Ways on from a step that decides whether a person is needed; the index is that of the node's output. */
export const escalationPorts = ['continue', 'escalate', 'urgent'] as const;

/** The pack that decides where no table of one's own does. */
export const defaultEscalationPack = 'escalation';

/** Languages in words, for settings that let one choose. */
export const languageTitles: Readonly<Record<TextLanguage, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  ar: 'Arabic (mood only)',
  hi: 'Hindi (mood only)',
};

/** Reads a language from a setting; null for one that is to be detected, and for anything else. */
export function languageOf(text: unknown): TextLanguage | null {
  return textLanguages.find((language) => language === text) ?? null;
}
