import fc from 'fast-check';

const pieces = [
  'Dr.', 'Smith', 'von', 'de la', 'JR', 'III', 'née', "O'", 'Müller', 'MÃ¼ller', 'ß', 'İ', 'Ǆ', 'ﬁ', 'ЮЛИЯ', 'παπάς', 'محمد', '山田', '김철수',
  '@', '.', ',', '-', '/', '(', ')', '"', '+', '#', '&', ' ', '  ', '\t', '\u200b', '\u0301', '\u0000', '\ud800', '\ufeff', '１２', 'gmail.com', 'googlemail.com', 'yahoo.com',
  'test', 'none', 'n/a', 'xxx', '0', '00', '1', '12', '12a', '1980', '31', '13', 'June', 'juin', 'GmbH', '& Co. KG', 'Ltd', 'S.p.A.', 'AG',
  'Street', 'St', 'Straße', 'rue', 'calle', 'PO Box', 'Flat', 'Unit', 'Postfach', 'c/o', 'New York', 'NSW', 'Deutschland', 'UK', 'SW1A 1AA', '10115', 'DE',
  '+49', '0171', '234567', 'ext', 'x', 'T10:00', '123-45-6789', '12345678Z', 'ſ', '㎏', '\u202e', '𝓙𝓸𝓱𝓷', 'ŉ', '½', '①', 'ª', 'ⅷ', 'ᄀ', '가', 'ﷺ', '؜', 'ً',
]; // prettier-ignore

/** Values as bad cells hold them: pieces of real ones in any order, and any text at all. */
export function messyValues(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((parts) => parts.join(' ')) },
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.constantFrom(...pieces).map((piece) => piece.repeat(700)) },
    { weight: 2, arbitrary: fc.stringMatching(/^[0-9]{1,4}[-./ ]?[0-9]{1,2}[-./ ]?[0-9]{1,4}$/) },
  );
}
