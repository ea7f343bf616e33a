import { describe, expect, it } from 'vitest';
import { findPersonalData, personalDataClasses, redactText } from '../../../engine/index.ts';
import { leftOver } from '../../personal-data/left-over.ts';
import { harmlessMessages, plantedMessages, seeds } from '../../personal-data/planted-messages.ts';
import { writtenHarmless } from '../../personal-data/harmless-messages.ts';
import { languages } from '../../personal-data/planting.ts';
import { writtenMessages } from '../../personal-data/written-messages.ts';

describe('redaction of 2,000 messages with planted identifiers', () => {
  it.each([seeds.first, seeds.second])('leaves none of them, seed %i', (seed) => {
    const messages = plantedMessages(2000, seed);
    const left = messages.flatMap((message) =>
      leftOver(message, findPersonalData(message.text)).map((planted) => ({ ...planted, text: message.text })),
    );
    expect(left).toEqual([]);
    expect(messages.reduce((sum, { planted }) => sum + planted.length, 0)).toBeGreaterThan(5000);
  });

  it('is asked about every class in every language', () => {
    const planted = new Set<string>();
    for (const { language, planted: places } of plantedMessages(2000, seeds.first)) {
      for (const place of places) planted.add(`${language} ${place.class}`);
    }
    expect(planted.size).toBe(languages.length * personalDataClasses.length);
  });

  it('would notice one that is left', () => {
    const [message] = plantedMessages(40, seeds.first).filter(({ planted }) => planted.length > 0);
    if (message === undefined) throw new Error('no message has an identifier');
    expect(leftOver(message, [])).toEqual(message.planted);
  });

  it('changes nothing when done again, in every style', () => {
    for (const { text } of plantedMessages(240, seeds.second)) {
      for (const style of ['label', 'mask', 'remove'] as const) {
        const once = redactText(text, { style }).text;
        expect(redactText(once, { style })).toEqual({ text: once, spans: [] });
      }
    }
  });

  it('gives spans in the order of the text, none overlapping another', () => {
    for (const { text } of plantedMessages(240, seeds.second)) {
      let end = 0;
      for (const span of findPersonalData(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('messages written one by one', () => {
  it('keep no number and no address; of names, ones that nothing announces', () => {
    const left = writtenMessages().flatMap((message) =>
      leftOver(message, findPersonalData(message.text)).map(({ class: kind, start, end }) => [
        kind,
        message.text.slice(start, end),
      ]),
    );
    expect(left).toEqual([
      ['name', 'vanesa'],
      ['name', 'Bevilacqua'],
      ['name', 'Thaynara'],
    ]);
  });

  it('keep all that is marked in none of them, but for brands named after persons', () => {
    const found = writtenHarmless.flatMap((text) =>
      findPersonalData(text).map(({ start, end }) => text.slice(start, end)),
    );
    expect(found).toEqual(['Billy', 'Hugo Boss', 'Moritz', 'Louis Vuitton', 'Giorgio Armani', 'Ana Hickmann']);
  });
});

describe('messages that identify nobody', () => {
  it('stay as they are, with fewer than one false find in 1,000 words', () => {
    let [words, found] = [0, 0];
    for (const text of harmlessMessages(1000, seeds.second)) {
      words += text.split(/\s+/).length;
      found += findPersonalData(text).length;
    }
    expect((1000 * found) / words).toBeLessThan(1);
  });
});
