import { passesLuhn, passesMod1110, remainder, weightedSum } from './check-digits.ts';
import { passesCodiceFiscale } from './codice-fiscale.ts';

/** A number of a state or register whose form, and mostly check digits, are known. */
export interface NumberKind {
  /** In words, for explanations. */
  name: string;
  /** Where a number of this form is of this kind; null: its form alone is certain. */
  region: string | null;
  form: RegExp;
  /** Missing where the kind has no check digits. */
  passes?: (number: string) => boolean;
}

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const finnishLetters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Kinds whose form no other number shares come first. Numbers are capitals and digits without signs. */
export const numberKinds: readonly NumberKind[] = [
  {
    name: 'Italian codice fiscale',
    region: null,
    form: /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/,
    passes: passesCodiceFiscale,
  },
  {
    name: 'Spanish NIE',
    region: null,
    form: /^[XYZ]\d{7}[A-HJ-NP-TV-Z]$/,
    passes: (id) => dniLetters[Number('XYZ'.indexOf(id.charAt(0)) + id.slice(1, 8)) % 23] === id.charAt(8),
  },
  {
    name: 'Spanish DNI',
    region: 'ES',
    form: /^\d{8}[A-HJ-NP-TV-Z]$/,
    passes: (id) => dniLetters[Number(id.slice(0, 8)) % 23] === id.charAt(8),
  },
  { name: 'British National Insurance number', region: null, form: /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/ },
  { name: 'Mexican CURP', region: null, form: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/ },
  {
    name: 'LEI',
    region: null,
    form: /^[A-Z\d]{4}00[A-Z\d]{12}\d{2}$/,
    passes: (id) => remainder(id, 97) === 1,
  },
  { name: 'German VAT id', region: null, form: /^DE\d{9}$/, passes: (id) => passesMod1110(id.slice(2)) },
  { name: 'Austrian VAT id', region: null, form: /^ATU\d{8}$/, passes: passesAustrianVat },
  { name: 'Italian VAT id', region: null, form: /^IT\d{11}$/, passes: (id) => passesLuhn(id.slice(2)) },
  { name: 'Belgian VAT id', region: null, form: /^BE[01]\d{9}$/, passes: (id) => 97 - (Number(id.slice(2, 10)) % 97) === Number(id.slice(10)) },
  { name: 'Dutch VAT id', region: null, form: /^NL\d{9}B\d{2}$/, passes: (id) => passesBsn(id.slice(2, 11)) || remainder(id, 97) === 1 },
  { name: 'French VAT id', region: null, form: /^FR\d{11}$/, passes: (id) => (12 + 3 * (Number(id.slice(4)) % 97)) % 97 === Number(id.slice(2, 4)) },
  { name: 'German tax number', region: 'DE', form: /^[1-9]\d{10}$/, passes: passesMod1110 },
  { name: 'British NHS number', region: 'GB', form: /^\d{10}$/, passes: passesNhs },
  { name: 'American social security number', region: 'US', form: /^\d{9}$/, passes: (id) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(id) },
  { name: 'French NIR', region: 'FR', form: /^[1-478]\d{4}(?:\d{2}|2[AB])\d{8}$/, passes: passesNir },
  { name: 'Brazilian CPF', region: 'BR', form: /^\d{11}$/, passes: passesCpf },
  { name: 'Brazilian CNPJ', region: 'BR', form: /^\d{14}$/, passes: passesCnpj },
  { name: 'Dutch BSN', region: 'NL', form: /^\d{9}$/, passes: passesBsn },
  { name: 'Swedish personal number', region: 'SE', form: /^(?:\d{2})?\d{10}$/, passes: (id) => passesLuhn(id.slice(-10)) },
  // Numbers given since October 2007 need not pass: the form alone is known.
  { name: 'Danish CPR number', region: 'DK', form: /^[0-3]\d[01]\d{7}$/ },
  {
    name: 'Finnish personal identity code',
    region: 'FI',
    form: /^[0-3]\d[01]\d{3}[A-FYXWVU-]?\d{3}[\dA-FHJ-NPR-Y]$/,
    passes: (id) => finnishLetters[Number(id.slice(0, 6) + id.slice(-4, -1)) % 31] === id.at(-1),
  },
  { name: 'Polish PESEL', region: 'PL', form: /^\d{11}$/, passes: (id) => (10 - (weightedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(id.at(-1)) },
  { name: 'Belgian national number', region: 'BE', form: /^\d{11}$/, passes: passesBelgian },
  { name: 'Swiss AHV number', region: null, form: /^756\d{10}$/, passes: passesEan13 },
  { name: 'Australian tax file number', region: 'AU', form: /^\d{9}$/, passes: (id) => weightedSum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 },
  { name: 'Canadian social insurance number', region: 'CA', form: /^\d{9}$/, passes: passesLuhn },
  { name: 'Portuguese NIF', region: 'PT', form: /^[1-9]\d{8}$/, passes: passesNif },
]; // prettier-ignore

/**
 * The kind of a number that its form, or its form and the country, make certain.
 * @param number capitals and digits alone
 * @param region two capital letters
 * @example numberKind('X1234567L')?.name // 'Spanish NIE'
 */
export function numberKind(number: string, region?: string): NumberKind | undefined {
  return numberKinds.find((kind) => (kind.region === null || kind.region === region) && kind.form.test(number));
}

/** @source NHS Data Model and Dictionary, NHS number: weights 10 to 2, modulus 11 */
function passesNhs(id: string): boolean {
  return 11 - (weightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) === (Number(id.charAt(9)) || 11);
}

/** @source INSEE: key 97 - n mod 97; Corsica 2A as 19, 2B as 18 */
function passesNir(id: string): boolean {
  const body = id.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - (Number(body) % 97) === Number(id.slice(13));
}

/** @source Receita Federal: two digits, modulus 11 */
function passesCpf(id: string): boolean {
  const first = brazilian(weightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = brazilian(weightedSum(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]));
  return id.endsWith(`${first}${second}`);
}
function passesCnpj(id: string): boolean {
  const first = brazilian(weightedSum(id, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = brazilian(weightedSum(id, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  return id.endsWith(`${first}${second}`);
}
function brazilian(sum: number): number {
  return sum % 11 < 2 ? 0 : 11 - (sum % 11);
}

/** @source the "elfproef" of the Dutch Ministry of the Interior */
function passesBsn(id: string): boolean {
  return weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** Born from 2000 on, a 2 stands before the nine digits. */
function passesBelgian(id: string): boolean {
  const key = Number(id.slice(9));
  return 97 - (Number(id.slice(0, 9)) % 97) === key || 97 - (Number(`2${id.slice(0, 9)}`) % 97) === key;
}

function passesAustrianVat(id: string): boolean {
  const digits = id.slice(3);
  let sum = 4;
  for (let index = 0; index < 7; index++) {
    const product = Number(digits.charAt(index)) * (index % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10 === Number(digits.charAt(7));
}

function passesEan13(id: string): boolean {
  return weightedSum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

function passesNif(id: string): boolean {
  const rest = weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(id.charAt(8));
}
