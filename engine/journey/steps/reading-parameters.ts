import { textLanguages } from '../../sentiment/model/language.ts';
import type { Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { languageOf, languageTitles } from '../conversation/escalation-setting.ts';
import { checkReading, type ReadingSetting } from '../conversation/text-reader.ts';
import type { ParameterSchema } from '../step-type.ts';
import { plainChoice, plainText } from './plain-parameter.ts';

const languages = ['auto', ...textLanguages] as const;

/** How texts are read, for every step that reads some. */
export const readingProperties: Record<'language' | 'overlay', ParameterSchema> = {
  language: {
    type: 'string',
    title: 'Language',
    description: 'Of the messages. Detected for each message by itself, or always the same.',
    default: 'auto',
    enum: [...languages],
    'x-enumTitles': ['Detect', ...textLanguages.map((language) => languageTitles[language])],
  },
  overlay: {
    type: 'string',
    title: 'Own labels',
    description:
      'What the text model has learned from labelled messages of your company: the JSON that “steward sentiment adapt” wrote. Empty: the text model as it is.',
    default: '',
    'x-control': 'text',
    placeholder: '{"schemaVersion": 1, …}',
  },
};

export const readingNames: readonly string[] = Object.keys(readingProperties);

export function readingDefaults(): JsonObject {
  return { language: 'auto', overlay: '' };
}

/** Reads the settings out of a step's parameters. */
export function readingOf({ language, overlay }: JsonObject): ReadingSetting {
  return { language: languageOf(language), overlay: typeof overlay === 'string' ? overlay : '' };
}

/** The settings as the nodes hold them. */
export function compileReading({ language, overlay }: JsonObject): JsonObject {
  return { language: language ?? 'auto', overlay: overlay ?? '' };
}

/** Reads the settings back from a node's parameters; null when something is an expression or unknown. */
export function recognizeReading(parameters: JsonObject): JsonObject | null {
  const language = plainChoice(parameters['language'], languages, 'auto');
  const overlay = plainText(parameters['overlay'], '');
  return language === null || overlay === null ? null : { language, overlay };
}

/** What is wrong with the settings, beyond what their schema says. */
export function readingProblems(parameters: JsonObject): Issue[] {
  return checkReading(readingOf(parameters)).map((issue) => ({ ...issue, path: ['parameters', ...issue.path] }));
}
