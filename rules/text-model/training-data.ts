import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { feltClasses, fullLanguages } from '../../engine/index.ts';
import type {
  FeltText,
  LabelledText,
  LexiconDocument,
  RatedText,
  TextLanguage,
  TrainingData,
} from '../../engine/index.ts';
import { readCorpus } from './corpus.ts';
import { phraseDocuments } from './phrases.ts';

/** Where labelled texts lie: the folder sentiment in STEWARD_DATA, or beside the repository. */
export const sentimentFolder = path.join(
  process.env['STEWARD_DATA'] ?? path.join(import.meta.dirname, '..', '..', '..', 'shared', 'data'),
  'sentiment',
);

const folders: Readonly<Record<TextLanguage, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  ar: 'arabic',
  hi: 'hindi',
};
const languages = Object.keys(folders) as TextLanguage[];

/** The tweets of one language; `val` is what figures are reported on, and is never learned from. */
export function readLabelled(language: TextLanguage, part: 'train' | 'val'): LabelledText[] {
  const folder = path.join(sentimentFolder, 'multilingual', folders[language]);
  const texts = readFileSync(path.join(folder, `${part}_text.txt`), 'utf8').split('\n');
  const labels = readFileSync(path.join(folder, `${part}_labels.txt`), 'utf8')
    .trim()
    .split('\n');
  return labels.map((label, at) => ({ text: unescaped(texts[at] ?? ''), language, label: Number(label) }));
}

/** Some tweets carry the escapes of the program that collected them. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\?""/g, '"')
    .replaceAll('\\n', '\n');
}

/** Tweets with the average of twenty ratings from -4 to 4. */
export function readRated(): RatedText[] {
  const lines = readFileSync(path.join(sentimentFolder, 'vader-tweets.tsv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, rating = '0', text = ''] = line.split('\t');
    return { text, rating: Number(rating) };
  });
}

/** English comments, of which only the language is learned. Chosen: 4,000, about as many as there are tweets of two languages. */
const englishComments = 4000;

/** Comments of GoEmotions, without their labels. */
function readComments(): TrainingData['byLanguage'] {
  const lines = readFileSync(path.join(sentimentFolder, 'goemotions', 'train.tsv'), 'utf8').split('\n');
  return lines.slice(0, englishComments).map((line) => ({ text: line.split('\t')[0] ?? '', language: 'en' }));
}

/** Comments of GoEmotions that were given exactly one of the nine classes, whatever else besides; `dev` is what figures are reported on. */
export function readFelt(part: 'train' | 'dev'): FeltText[] {
  const folder = path.join(sentimentFolder, 'goemotions');
  const names = readFileSync(path.join(folder, 'labels.txt'), 'utf8').trim().split('\n');
  const lines = readFileSync(path.join(folder, `${part}.tsv`), 'utf8')
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const [text = '', labels = ''] = line.split('\t');
    const given = labels.split(',').map((number) => names[Number(number)]);
    const [feeling, ...others] = feltClasses.filter((name) => given.includes(name));
    return feeling === undefined || others.length > 0 ? [] : [{ text, feeling }];
  });
}

/** The lexicons of this folder. */
function readLexicons(): LexiconDocument[] {
  const folder = path.join(import.meta.dirname, 'lexicon');
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as LexiconDocument);
}

/** All that the weights are learned from. */
export function readTrainingData(): TrainingData {
  const commonWords = JSON.parse(
    readFileSync(path.join(import.meta.dirname, 'common-words.json'), 'utf8'),
  ) as TrainingData['commonWords'];
  return {
    labelled: languages.flatMap((language) => readLabelled(language, 'train')),
    rated: readRated(),
    felt: readFelt('train'),
    needed: fullLanguages.flatMap(readCorpus),
    phrases: phraseDocuments,
    byLanguage: readComments(),
    lexicons: readLexicons(),
    commonWords,
  };
}

/** Names, licences, digests and sizes of what was learned from. */
export function sourcesOf(data: TrainingData): { name: string; licence: string; sha256: string; rows: number }[] {
  const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  return [
    {
      name: 'Unified Multilingual Sentiment Analysis Benchmark (XLM-T), training parts of eight languages',
      licence: 'Apache-2.0',
      sha256: digest(data.labelled),
      rows: data.labelled.length,
    },
    { name: 'Rated tweets of VADER', licence: 'MIT', sha256: digest(data.rated), rows: data.rated.length },
    {
      name: 'GoEmotions, comments without labels, for the language',
      licence: 'Apache-2.0',
      sha256: digest(data.byLanguage),
      rows: data.byLanguage.length,
    },
    {
      name: 'GoEmotions, training part, comments of one of nine classes',
      licence: 'Apache-2.0',
      sha256: digest(data.felt),
      rows: data.felt.length,
    },
    {
      name: 'rules/text-model/corpus, messages written and labelled for this project',
      licence: 'MIT',
      sha256: digest(data.needed),
      rows: data.needed.length,
    },
    {
      name: 'rules/text-model/phrases',
      licence: 'MIT',
      sha256: digest(data.phrases),
      rows: Object.keys(data.phrases).length,
    },
    { name: 'rules/text-model/lexicon', licence: 'MIT', sha256: digest(data.lexicons), rows: data.lexicons.length },
    {
      name: 'rules/text-model/common-words.json',
      licence: 'MIT',
      sha256: digest(data.commonWords),
      rows: Object.keys(data.commonWords).length,
    },
  ];
}
