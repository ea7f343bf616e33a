import { describe, expect, it } from 'vitest';
import { findPersonalData, type FindOptions } from '../../../engine/index.ts';

/** `class:value` for each span. */
function found(text: string, options?: FindOptions): string[] {
  return findPersonalData(text, options).map((span) => `${span.class}:${text.slice(span.start, span.end)}`);
}

describe('findPersonalData', () => {
  it.each<[text: string, spans: string[]]>([
    ['Mail me: ada.lovelace@example.com.', ['email:ada.lovelace@example.com']],
    ['ada (at) example (dot) org', ['email:ada (at) example (dot) org']],
    ['ada dot l at example dot co dot uk', ['email:ada dot l at example dot co dot uk']],
    ['a．l＠example．com', ['email:a．l＠example．com']],
    ['bjørn@bücher.example', ['email:bjørn@bücher.example']],
    ['Call 020 7946 0018 today', ['phone:020 7946 0018']],
    ['+49 (0)30 901820', ['phone:+49 (0)30 901820']],
    ['Tel. 0341/123456', ['phone:0341/123456']],
    ['(212) 555-0187', ['phone:(212) 555-0187']],
    ['Rappelez-moi au 06.12.34.56.78', ['phone:06.12.34.56.78']],
    ['card 4242 4242 4242 4242', ['card:4242 4242 4242 4242']],
    ['4242\u200b424242424242', ['card:4242\u200b424242424242']],
    ['４２４２-4242-4242-4242', ['card:４２４２-4242-4242-4242']],
    ['American Express 3782 822463 10005', ['card:3782 822463 10005']],
    ['credit card number 1234 5678 1234 5678', ['card:1234 5678 1234 5678']],
    ['DE89 3704 0044 0532 0130 00 bitte', ['account:DE89 3704 0044 0532 0130 00']],
    ['IBAN GB29NWBK60161331926819', ['account:GB29NWBK60161331926819']],
    ['IBAN: DE00 3704 0044 0532 0130 00', ['account:DE00 3704 0044 0532 0130 00']],
    ['account number 12345678, sort code 12-34-56', ['account:12345678', 'account:12-34-56']],
    ['12345678Z', ['national-id:12345678Z']],
    ['NIE X1234567L', ['national-id:X1234567L']],
    ['RSSMRA85T10A562S', ['national-id:RSSMRA85T10A562S']],
    ['123-45-6789', ['national-id:123-45-6789']],
    ['529.982.247-25', ['national-id:529.982.247-25']],
    ['1 85 05 78 006 084 91', ['national-id:1 85 05 78 006 084 91']],
    ['QQ 12 34 56 C is my NI number: AB 12 34 56 C', ['national-id:AB 12 34 56 C']],
    ['my passport no. is 533401234', ['national-id:533401234']],
    ['order number AB-123456', ['customer-number:AB-123456']],
    ['Bestellung Nr. 4711-22', ['customer-number:4711-22']],
    ['n.º de pedido 99887766', ['customer-number:99887766']],
    ['geboren am 3. Mai 1985', ['birth-date:3. Mai 1985']],
    ['Je suis née le 1er août 1990', ['birth-date:1er août 1990']],
    ['DOB: 04/07/90', ['birth-date:04/07/90']],
    ['Password: correct-horse', ['credential:correct-horse']],
    ['mein Passwort ist Tulpe88', ['credential:Tulpe88']],
    ['TAN 482913', ['credential:482913']],
    ['The code you texted me is 883 201', ['credential:883 201']],
    ['my password is sunshine', ['credential:sunshine']],
    ['o meu utilizador é fabrantes', ['customer-number:fabrantes']],
    ['Vertrag 77-1234-99 kündigen', ['customer-number:77-1234-99']],
    ['Tel. 333 499\n7678', ['phone:333 499\n7678']],
    ['der Wagen (HRO-TK 418)', ['plate:HRO-TK 418']],
    ['Calle 5 de Mayo 120, Col. Centro, 06000 Puebla', ['address:Calle 5 de Mayo 120, Col. Centro, 06000 Puebla']],
    ['Av. Almirante Reis 112, Lisboa.', ['address:Av. Almirante Reis 112, Lisboa']],
    ['Lieferadresse: Neuer Wall 203', ['address:Neuer Wall 203']],
    ['AKIAIOSFODNN7EXAMPLE', ['credential:AKIAIOSFODNN7EXAMPLE']],
    ['192.0.2.17 and 2001:db8::42:1', ['network:192.0.2.17', 'network:2001:db8::42:1']],
    ['00:1A:2B:3C:4D:5E', ['network:00:1A:2B:3C:4D:5E']],
    ['see https://example.com/r?token=abc123 now', ['url:https://example.com/r?token=abc123']],
    ['https://ada:pw@example.com/', ['url:https://ada:pw@example.com/']],
    ['Kennzeichen M-AB 1234', ['plate:M-AB 1234']],
    ['12 Baker Street, London NW1 6XE', ['address:12 Baker Street, London NW1 6XE']],
    ['Goethestr. 7a, 60313 Frankfurt am Main', ['address:Goethestr. 7a, 60313 Frankfurt am Main']],
    ['4 bis, rue des Acacias 69003 Lyon', ['address:4 bis, rue des Acacias 69003 Lyon']],
    ['C/ Alcalá, 45, 3º B, 28014 Madrid', ['address:C/ Alcalá, 45, 3º B, 28014 Madrid']],
    ['Via Roma 3, 00184 Roma (RM)', ['address:Via Roma 3, 00184 Roma (RM)']],
    ['Rua Augusta, nº 12, 1200-093 Lisboa', ['address:Rua Augusta, nº 12, 1200-093 Lisboa']],
    ['P.O. Box 1234, 10115 Berlin', ['address:P.O. Box 1234, 10115 Berlin']],
    ['My name is Ada Lovelace and I wait', ['name:Ada Lovelace']],
    ['my name is xanthe okonkwo, hello', ['name:xanthe okonkwo']],
    ['Sehr geehrter Herr Dr. von Trotha,', ['name:von Trotha']],
    ["C'est Mme N'Diaye", ["name:N'Diaye"]],
    ['Un saludo,\nRocío Ibáñez', ['name:Rocío Ibáñez']],
    ['La signora Quattrocchi aspetta', ['name:Quattrocchi']],
    ['Chamo-me Iracema', ['name:Iracema']],
    ['From: Wiebke Przybylski <w@example.org>', ['name:Wiebke Przybylski', 'email:w@example.org']],
    ['Меня зовут Иван Петров', ['name:Иван Петров']],
    ['Mr Featherstone called. Featherstone was rude.', ['name:Featherstone', 'name:Featherstone']],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });

  it.each([
    ['', 'nothing'],
    ['The parcel of 14.03.2026 weighs 2.5 kg and costs 1.299,00 EUR.', 'dates, weights, prices'],
    ['Article 4006381333931, version 10.2.0.1, § 7.2, 9:00-18:30', 'other numbers'],
    ['1234 5678 1234 5678', 'a number without a right check digit'],
    ['My password is wrong, and my PIN has expired.', 'complaints about passwords'],
    ['Dear Customer Service, hello team, hi all', 'greetings of nobody'],
    ['Mit freundlichen Grüßen', 'a closing alone'],
    ['We met at example on the street, 3 days late, via e-mail 2 times', 'words of addresses'],
    ['https://shop.example.com/phones/galaxy-s24-ultra-256gb?page=2', 'an address of a page'],
    ['Am Montag 12 Uhr, im Januar 2026, 50000 Kilometer', 'times and amounts'],
    ['@user #btw13, my car 2 weeks late, b4 1st of May', 'tags and abbreviations'],
    ['The username is wrong, el usuario es nuevo, mon identifiant est inconnu', 'complaints about accounts'],
    ['Neuer Preis 12 Euro, scoring 2, via e-mail 3 volte', 'words that streets begin or end with'],
    ['meet me at the shop @ 5pm', 'an @ that is none'],
  ])('leaves "%s": %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says why in words that hold nothing of the text', () => {
    const [span] = findPersonalData('DE89 3704 0044 0532 0130 00');
    expect(span?.reason).toBe('an IBAN with right check digits');
  });

  it('reads national numbers of digits alone where the country is known', () => {
    expect(found('my number 111.444.777 35', { region: 'BR' })).toEqual(['national-id:111.444.777 35']);
    expect(found('999999990 is it', { region: 'PT' })).toEqual(['national-id:999999990']);
    expect(found('131052-308T', { region: 'FI' })).toEqual(['national-id:131052-308T']);
    expect(found('131052-308T')).toEqual([]);
  });

  it('gives the classes that are asked for, and judges by all', () => {
    const text = 'Ada Lovelace, ada@example.com, 4242 4242 4242 4242';
    expect(found(text, { classes: ['email'] })).toEqual(['email:ada@example.com']);
    expect(found(text, { classes: ['phone'] })).toEqual([]);
  });

  it('takes a private key to its end, and to the end of the text where it has none', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----';
    expect(found(`${key} thanks`)).toEqual([`credential:${key}`]);
    expect(found(`x -----BEGIN PRIVATE KEY-----\nMIIE`)).toEqual(['credential:-----BEGIN PRIVATE KEY-----\nMIIE']);
  });

  it('reads halves of characters, lone marks and private signs', () => {
    expect(found('\ud83d ada@example.com \udc00\u0301\ue000')).toEqual(['email:ada@example.com']);
  });
});
