import type { FullLanguage } from '../../sentiment/model/language.ts';
import type { BriefField, CustomerField } from '../model/handoff-brief.ts';
import type { HandoffCustomer } from '../model/handoff-input.ts';
import type { BriefLabels } from './labels/brief-labels.ts';

/** Fields that everybody looks for, so that their absence is said. */
const expected: readonly CustomerField[] = ['name', 'id', 'lifetimeValue', 'language', 'consent'];

/** Who the customer is, as far as the record says it. @param language by which figures are written */
export function whoOf(customer: HandoffCustomer, labels: BriefLabels, language: FullLanguage): BriefField[] {
  const { lifetimeValue, currency, vulnerable, consents = [], further = [] } = customer;
  const field = (name: CustomerField, value: string | null | undefined): BriefField[] => {
    const known = value === undefined || value === null || value.trim() === '' ? null : value.trim();
    return known === null && !expected.includes(name)
      ? []
      : [{ field: name, label: labels.fields[name], value: known }];
  };
  return [
    ...field('name', customer.name),
    ...field('id', customer.id),
    ...field('email', customer.email),
    ...field('phone', customer.phone),
    ...field('since', customer.since),
    ...field('tier', customer.tier),
    ...field('lifetimeValue', lifetimeValue === undefined ? null : money(lifetimeValue, currency, language)),
    ...field('language', languageName(customer.language, language)),
    ...field('preferredChannel', customer.preferredChannel),
    ...(vulnerable === undefined ? [] : field('vulnerable', vulnerable ? labels.yes : labels.no)),
    ...(consents.length === 0
      ? field('consent', null)
      : consents.flatMap(({ to, state }) => field('consent', `${to}: ${labels.consents[state]}`))),
    ...further
      .filter(({ value }) => value.trim() !== '')
      .map(({ label, value }): BriefField => ({ field: 'other', label, value: value.trim() })),
  ];
}

/** The name of a language that the record has as a code. */
function languageName(code: string | undefined, language: FullLanguage): string | undefined {
  if (code === undefined || !/^[a-z]{2}(?:[-_][A-Z]{2})?$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'language' }).of(code.replace('_', '-')) ?? code;
}

function money(amount: number, currency: string | undefined, language: FullLanguage): string {
  const format =
    currency !== undefined && /^[A-Z]{3}$/.test(currency)
      ? new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 })
      : new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  return format.format(amount);
}
