/** Languages whose texts are scored in every respect: sentiment, emotions, signals. ISO 639-1. */
export const fullLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt'] as const;
export type FullLanguage = (typeof fullLanguages)[number];

/** Languages that are scored at all; Arabic and Hindi for sentiment only. ISO 639-1. */
export const textLanguages = [...fullLanguages, 'ar', 'hi'] as const;
export type TextLanguage = (typeof textLanguages)[number];
