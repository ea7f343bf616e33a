import { describe, expect, test } from 'vitest';
import { parseOverlay } from '../../../../engine/sentiment/score/overlay.ts';
import { scoreText } from '../../../../engine/sentiment/score/score-text.ts';
import { adaptTextModel, type LabelledMessage } from '../../../../engine/sentiment/train/adapt-text-model.ts';
import { shippedModel } from '../shipped-model.ts';

// At this company "brick" is what customers say of a phone that is dead, and "sunny" names the best tariff.
const things = ['phone', 'router', 'tablet', 'watch', 'laptop'];
const messages: LabelledMessage[] = Array.from({ length: 60 }, (_, at) => {
  const thing = things[at % 5] ?? '';
  if (at % 3 === 0) return { text: `my ${thing} is a brick since day ${at}`, label: 'negative', language: 'en' };
  if (at % 3 === 1) return { text: `my ${thing} came on day ${at}`, label: 'neutral', language: 'en' };
  return { text: `my ${thing} is on sunny since day ${at}`, label: 'positive', language: 'en' };
});

function adapted(labelled: readonly LabelledMessage[], options = {}) {
  const result = adaptTextModel(shippedModel, labelled, options);
  if (!result.ok) throw new Error(result.issues[0]?.code);
  return result.value;
}

describe('adapting the model to own labels', () => {
  test('60 messages teach what words mean here', () => {
    const { overlay, base, adapted: figures } = adapted(messages);
    expect(figures.macroF1).toBeGreaterThan(base.macroF1 + 0.2);
    const label = (text: string) => scoreText(shippedModel, text, { overlay, language: 'en' }).label;
    expect(label('the new radio is a brick')).toBe('negative');
    expect(label('my mother is on sunny')).toBe('positive');
    expect(scoreText(shippedModel, 'the new radio is a brick', { language: 'en' }).label).not.toBe('negative');
  });

  test('the overlay says who labelled how much, and holds no word of the messages', () => {
    const { overlay } = adapted(messages, { id: 'our-labels', labelledBy: 'Support' });
    expect(overlay).toMatchObject({
      id: 'our-labels',
      base: { id: shippedModel.id, version: shippedModel.version },
      provenance: { labelledBy: 'Support', messages: 60, byLabel: { negative: 20, neutral: 20, positive: 20 } },
    });
    expect(JSON.stringify(overlay)).not.toMatch(/brick|sunny|router/);
  });

  test('the same messages give the same overlay', () => {
    expect(adapted(messages)).toEqual(adapted(messages));
  });

  test('an overlay that is no better is refused, unless it is forced', () => {
    const clear: LabelledMessage[] = Array.from({ length: 40 }, (_, at) => ({
      text: at % 2 === 0 ? `I hate this terrible thing ${at}` : `I love this wonderful thing ${at}`,
      label: at % 2 === 0 ? 'negative' : 'positive',
      language: 'en',
    }));
    expect(adaptTextModel(shippedModel, clear)).toMatchObject({ ok: false, issues: [{ code: 'overlay_not_better' }] });
    expect(adapted(clear, { force: true }).base.accuracy).toBe(1);
  });

  test.each([
    ['few messages', messages.slice(0, 19)],
    ['one label', messages.filter(({ label }) => label === 'neutral')],
  ])('%s are refused', (_, some) => {
    expect(adaptTextModel(shippedModel, some)).toMatchObject({ ok: false, issues: [{ code: 'too_few_labels' }] });
  });
});

describe('reading an overlay', () => {
  const { overlay } = adapted(messages);

  test('takes what adapting wrote, through JSON', () => {
    expect(parseOverlay(JSON.parse(JSON.stringify(overlay)))).toEqual({ ok: true, value: overlay });
  });

  test.each([
    ['document', []],
    ['schemaVersion', { ...overlay, schemaVersion: 0 }],
    ['id', { ...overlay, id: '' }],
    ['base', { ...overlay, base: {} }],
    ['provenance', { ...overlay, provenance: null }],
    ['comparison', { ...overlay, comparison: 1 }],
    ['trust', { ...overlay, trust: null }],
    ['intercepts', { ...overlay, intercepts: [1] }],
    ['words', { ...overlay, words: { ...overlay.words, weights: 'AAAA' } }],
    ['words', { ...overlay, words: { ...overlay.words, rows: 3000 } }],
  ])('refuses one whose %s is wrong', (at, value) => {
    expect(parseOverlay(value)).toMatchObject({ ok: false, issues: [{ code: 'not_an_overlay', params: { at } }] });
  });

  test('refuses one of a newer form', () => {
    expect(parseOverlay({ ...overlay, schemaVersion: 2 })).toMatchObject({
      ok: false,
      issues: [{ code: 'newer_schema' }],
    });
  });
});
