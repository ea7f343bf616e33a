import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../../engine/sentiment/language/detect-language.ts';
import { opened } from '../../../../engine/sentiment/score/loaded-text-model.ts';
import { readText } from '../../../../engine/sentiment/text/read-text.ts';
import { shippedModel } from '../shipped-model.ts';

const model = opened(shippedModel).language;
const found = (text: string) => detectLanguage(model, readText(text));

describe('the language of a text', () => {
  test.each([
    ['en', 'Where is my order? It has not arrived yet.'],
    ['de', 'Wo bleibt mein Geld? Ich warte seit zwei Wochen.'],
    ['fr', "Je n'ai toujours pas reçu ma commande."],
    ['es', 'Todavía no me ha llegado el pedido.'],
    ['it', 'Non ho ancora ricevuto il mio ordine.'],
    ['pt', 'Ainda não recebi a minha encomenda.'],
    ['ar', 'لم يصل طلبي حتى الآن'],
    ['hi', 'मेरा ऑर्डर अभी तक नहीं आया'],
    ['hi', 'mera paisa kab milega yaar'],
    ['en', 'Danke is the only German word that I know, my friend'],
  ])('%s: %s', (language, text) => {
    const detected = found(text);
    expect(detected.language).toBe(language);
    expect(detected.probability).toBeGreaterThan(0.6);
  });

  test.each([
    ['nothing', ''],
    ['digits', '12.50 / 3'],
    ['pictograms', '😡😡'],
    ['a mention and an address', '@shop https://example.com/de'],
    ['Cyrillic', 'Где мой заказ?'],
    ['Persian, in letters that Arabic has not', 'سفارش من کجاست؟ چرا نمی‌رسد'],
    ['Japanese', '注文はどこですか'],
  ])('there is none in %s', (_, text) => {
    expect(found(text).language).toBe('und');
  });

  test('what stands in quoted history does not count', () => {
    expect(
      found('Wo ist mein Geld?\n> Dear customer, thank you for your patience\n> we will answer soon').language,
    ).toBe('de');
  });
});
