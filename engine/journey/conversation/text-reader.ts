import type { TextReader } from '../../conversation/judge/judge-conversation.ts';
import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { TextLanguage } from '../../sentiment/model/language.ts';
import type { TextModel } from '../../sentiment/model/text-model.ts';
import { parseOverlay, type TextOverlay } from '../../sentiment/score/overlay.ts';
import { scoreText } from '../../sentiment/score/score-text.ts';
import type { TextModelName } from './escalation-result.ts';

/** How texts are read. */
export interface ReadingSetting {
  /** Null: detected, message by message. */
  language: TextLanguage | null;
  /** JSON of own labels, as `steward sentiment adapt` writes it; empty: none. */
  overlay: string;
}

/** Own labels that were read last, since a simulation asks for the same ones for every customer. */
let last: { text: string; overlay: Result<TextOverlay> } | null = null;

/**
 * The reader of texts by a model, with own labels where the setting names some.
 * @param model as `loadTextModel` made it; undefined where whoever simulates has not loaded one
 * @returns the reader, and the name of what reads; or `text_model_missing`, `overlay_not_json`, `overlay_of_another_model`, and what is wrong with the labels,
 *   with `overlay` as the path
 * @example textReaderOf(model, { language: null, overlay: '' }).value.read('Not bad at all!').label
 */
export function textReaderOf(
  model: TextModel | undefined,
  { language, overlay: text }: ReadingSetting,
): Result<{ read: TextReader; textModel: TextModelName }> {
  if (model === undefined) return { ok: false, issues: [errorIssue('text_model_missing', [])] };
  const overlay = text.trim() === '' ? null : readOverlay(text);
  if (overlay?.ok === false) return overlay;
  const { id, version } = model;
  const base = overlay?.value.base;
  if (base !== undefined && (base.id !== id || base.version !== version)) {
    const params = { made: `${base.id} ${base.version}`, found: `${id} ${version}` };
    return { ok: false, issues: [errorIssue('overlay_of_another_model', ['overlay'], params)] };
  }
  const options = { ...(language !== null && { language }), ...(overlay !== null && { overlay: overlay.value }) };
  return {
    ok: true,
    value: {
      // A language that was set goes before that of the conversation.
      read: (one, told, isAnswer = false) =>
        scoreText(model, one, { ...(told !== undefined && { language: told }), ...options, isAnswer }),
      textModel: { id, version, ...(overlay !== null && { overlay: overlay.value.id }) },
    },
  };
}

/** What is wrong with the setting, before any text is read. */
export function checkReading({ overlay }: ReadingSetting): Issue[] {
  const read = overlay.trim() === '' ? null : readOverlay(overlay);
  return read?.ok === false ? read.issues : [];
}

function readOverlay(text: string): Result<TextOverlay> {
  if (last?.text !== text) last = { text, overlay: overlayOf(text) };
  return last.overlay;
}

function overlayOf(text: string): Result<TextOverlay> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, issues: [errorIssue('overlay_not_json', ['overlay'], { detail })] };
  }
  const read = parseOverlay(value);
  return read.ok ? read : { ok: false, issues: read.issues.map((issue) => ({ ...issue, path: ['overlay'] })) };
}
