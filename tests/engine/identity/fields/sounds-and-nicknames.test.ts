import { describe, expect, test } from 'vitest';
import { displayName, familyNameCore, nicknameGroups, nicknamesOf, soundOf } from '../../../../engine/index.ts';

describe('one sound', () => {
  test.each([
    'smith smyth smythe',
    'meier maier mayer meyer mair',
    'schmidt schmitt schmid',
    'catherine kathryn katherine katharine cathryn',
    'jon john',
    'stephen steven stefan stephan',
    'philip phillip filip philipp',
    'mueller muller möller',
    'thompson tompson',
    'geoffrey jeffrey geoffry',
    'alexander aleksander alexandr',
    'nicholas nikolas nicolas',
    'christian kristian',
    'marc mark marck',
    'michael mikael mikhail',
    'wright rite',
    'knight night',
    'vaughan vaughn',
    'brandt brant brand',
    'schulz schultz schulze scholz',
    'braun brown',
    'neumann newman neuman',
    'kowalski kovalsky',
    'mcdonald macdonald',
    'mckenzie mackenzie',
    'mohammed muhammad mohamed',
    'sonja sonya sonia',
    'yusuf jusuf',
    'lamb lam',
    'mitchell michell',
    'bridget briget',
    'von heide|heide',
    'Müller|muller',
    "O'Brien|obrien",
  ])('%s', (names) => {
    const sounds = new Set(names.split(names.includes('|') ? '|' : ' ').map(soundOf));
    expect([...sounds]).toHaveLength(1);
    expect([...sounds][0]).not.toBe('');
  });

  test.each([
    ['smith', 'jones'],
    ['anna', 'hanna'],
    ['miller', 'mailer smith'],
    ['peter', 'paul'],
    ['garcia', 'lopez'],
  ])('%s and %s sound differently', (left, right) => expect(soundOf(left)).not.toBe(soundOf(right)));

  test('other scripts keep their letters, no letters have no sound', () => {
    expect(soundOf('山田')).toBe('山田');
    expect(soundOf('')).toBe('');
    expect(soundOf('!?')).toBe('');
  });
});

describe('pet names', () => {
  test.each([
    ['robert', 'bob'],
    ['william', 'bill'],
    ['elizabeth', 'betty'],
    ['margaret', 'peggy'],
    ['lachlan', 'lachie'],
    ['johannes', 'hans'],
    ['josef', 'sepp'],
    ['katharina', 'kathi'],
    ['guillaume', 'guigui'],
    ['francisco', 'paco'],
    ['jose', 'pepe'],
    ['concepcion', 'concha'],
    ['giuseppe', 'beppe'],
    ['giovanni', 'gianni'],
    ['jose', 'ze'],
    ['francisco', 'chico'],
    ['john', 'johann'],
    ['aleksandr', 'sasha'],
  ])('%s is called %s', (name, pet) => {
    expect(nicknamesOf(name)).toContain(pet);
    expect(nicknamesOf(pet)).toContain(name);
    expect(nicknameGroups(name).some((group) => nicknameGroups(pet).includes(group))).toBe(true);
  });

  test.each([
    ['anna', 'maria'],
    ['jean', 'pierre'],
    ['hans', 'peter'],
    ['robert', 'richard'],
    ['mary', 'elizabeth'],
  ])('%s is not called %s', (name, other) => expect(nicknamesOf(name)).not.toContain(other));

  test('are none for a name that is not known', () => {
    expect(nicknamesOf('constructor')).toEqual([]);
    expect(nicknameGroups('')).toEqual([]);
  });
});

test('particles of a family name are set apart, a name of particles stays', () => {
  expect(familyNameCore('von der heide')).toBe('heide');
  expect(familyNameCore('garcia y perez')).toBe('garcia perez');
  expect(familyNameCore('de la')).toBe('de la');
  expect(familyNameCore('vandyke')).toBe('vandyke');
});

test.each([
  [{ full_name: 'Ada Lovelace', email: 'ada@example.com' }, 'Ada Lovelace'],
  [{ given_name: ' Ada ', middle_name: 'K.', family_name: 'Lovelace' }, 'Ada K. Lovelace'],
  [{ company: 'Acme Inc.' }, 'Acme Inc.'],
  [{ email: 'ada@example.com' }, 'ada@example.com'],
  [{ city: 'London' }, ''],
])('%j is called %j', (values, name) => expect(displayName(values)).toBe(name));
