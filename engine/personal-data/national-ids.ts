import { passesMod1110 } from '../identity/fields/check-digits.ts';
import { numberKinds, type NumberKind } from '../identity/fields/number-kinds.ts';
import { windowsFrom, type DigitGroups } from './digit-chains.ts';
import { sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';

/** Numbers of companies, which say nothing of a person. */
const ofCompanies = /VAT|LEI|CNPJ/;
/** Kinds with letters whose form and check letter are certain without knowing the country. */
const lettered = numberKinds.filter(
  ({ name, region }) => !ofCompanies.test(name) && (region === null || name === 'Spanish DNI'),
);
const frenchNir = numberKinds.find(({ name }) => name === 'French NIR');
const cpf = numberKinds.find(({ name }) => name === 'Brazilian CPF');
const socialSecurity = numberKinds.find(({ name }) => name === 'American social security number');
const mostSigns = 18;
const letteredLengths: ReadonlySet<number> = new Set([9, 10, 11, 13, 16, 18]);

/**
 * Numbers that a state gives to a person, told by form and check digits.
 * @param region the country whose numbers of digits alone are looked for as well
 * @source engine/identity/fields/number-kinds.ts; Bundeszentralamt für Steuern (one digit of the first ten comes twice or three times)
 */
export function findNationalIds(text: FoldedText, groups: DigitGroups, region?: string): Finding[] {
  const regional = numberKinds.filter(
    (kind) => kind.region !== null && kind.region === region && !ofCompanies.test(kind.name),
  );
  return [...letteredIds(text, [...lettered, ...regional]), ...digitIds(text, groups, regional)];
}

function found(start: number, end: number, kind: string, hasCheck: boolean): Finding {
  const reason = hasCheck ? `a ${kind} with right check signs` : `has the form of a ${kind}`;
  return { class: 'national-id', start, end, sure: sureness.checked, reason };
}

/** Reads on from each beginning of a word, over small gaps, as far as the longest kind. */
function letteredIds({ plain, base }: FoldedText, kinds: readonly NumberKind[]): Finding[] {
  const findings: Finding[] = [];
  let done = 0;
  for (const { index } of base.matchAll(/(?<![a-z0-9])[a-z0-9]/g)) {
    if (index < done) continue;
    let number = '';
    let gap = 0;
    for (let at = index; at < base.length && number.length < mostSigns; at++) {
      const sign = base.charAt(at);
      if (!/[a-z0-9]/.test(sign)) {
        if (!/[ .\-\n]/.test(sign) || ++gap > 2) break;
        continue;
      }
      // After a space a small letter is a word: `20261122 e`.
      if (gap > 0 && number.length === 8 && /^[0-9]+$/.test(number) && plain.charAt(at) === sign && /[a-z]/.test(sign)) break;
      gap = 0;
      number += sign.toUpperCase();
      if (!letteredLengths.has(number.length) || /[a-z0-9]/.test(base.charAt(at + 1))) continue;
      const kind = kinds.find(({ form, passes }) => form.test(number) && (passes?.(number) ?? true));
      if (kind === undefined) continue;
      done = at + 1;
      findings.push(found(index, done, kind.name, kind.passes !== undefined));
      break;
    }
  }
  return findings;
} // prettier-ignore

function digitIds({ base }: FoldedText, groups: DigitGroups, regional: readonly NumberKind[]): Finding[] {
  const findings: Finding[] = [];
  for (let first = 0; first < groups.starts.length; first++) {
    if (/[a-z]/.test(base.charAt((groups.starts[first] as number) - 1))) continue;
    for (const { start, end, digits, last } of windowsFrom(groups, first, 9, 15).reverse()) {
      if (/[a-z]/.test(base.charAt(end))) continue;
      const kind = digitKind(base.slice(start, end), digits, regional);
      if (kind === undefined) continue;
      findings.push(found(start, end, kind, true));
      first = last;
      break;
    }
  }
  return findings;
}

function digitKind(written: string, digits: string, regional: readonly NumberKind[]): string | undefined {
  if (digits.length === 15 && isOf(frenchNir, digits)) return frenchNir?.name;
  if (digits.length === 11 && isGermanTaxId(digits)) return 'German tax number';
  if (/^\d{3}\.\d{3}\.\d{3}[-.]\d{2}$/.test(written) && isOf(cpf, digits)) return cpf?.name;
  if (/^\d{3}-\d{2}-\d{4}$/.test(written) && isOf(socialSecurity, digits)) return socialSecurity?.name;
  return regional.find((kind) => isOf(kind, digits))?.name;
}

function isOf(kind: NumberKind | undefined, number: string): boolean {
  return kind !== undefined && kind.form.test(number) && (kind.passes?.(number) ?? true);
}

function isGermanTaxId(digits: string): boolean {
  if (digits.startsWith('0') || !passesMod1110(digits)) return false;
  const counts = [...'0123456789'].map((digit) => digits.slice(0, 10).split(digit).length - 1);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] as number) <= 3;
}
