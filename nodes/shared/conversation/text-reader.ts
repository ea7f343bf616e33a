import type { IExecuteFunctions } from 'n8n-workflow';
import { languageOf, loadTextModel, textReaderOf } from '../../../engine/index.ts';
import type { Issue, TextModel, TextModelName, TextReader } from '../../../engine/index.ts';
import { textModelDocument } from '../../../rules/text-model.ts';

type ReaderResult =
  { ok: true; value: { read: TextReader; textModel: TextModelName } } | { ok: false; setting: string; issues: Issue[] };

/** Of this process: made when the first text comes, since it takes longer to make than to read a thousand texts. */
let model: TextModel | undefined;

/** Reads *Language* and *Own Labels*: what reads the texts of this execution. */
export function readTextReader(context: IExecuteFunctions): ReaderResult {
  model ??= loadTextModel(textModelDocument);
  const language = languageOf(context.getNodeParameter('language', 0, 'auto'));
  const overlay: unknown = context.getNodeParameter('overlay', 0, '');
  // A workflow file may hold the JSON itself in place of its text.
  const text = typeof overlay === 'string' ? overlay : JSON.stringify(overlay ?? '');
  const reader = textReaderOf(model, { language, overlay: text });
  return reader.ok ? reader : { ...reader, setting: 'Own Labels' };
}
