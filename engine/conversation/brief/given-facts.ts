import { findPersonalData } from '../../personal-data/find-personal-data.ts';
import type { PersonalDataClass } from '../../personal-data/personal-data.ts';
import type { GivenFact } from '../model/handoff-brief.ts';
import type { BriefLabels } from './labels/brief-labels.ts';
import type { ToldMessage } from './told.ts';

/** What is told that it was given, and not what: it must not be read on. */
const hidden: readonly PersonalDataClass[] = ['credential'];
/** Of these the last four characters say which is meant. */
const masked: readonly PersonalDataClass[] = ['card', 'account', 'national-id'];
/** Of a device, and said by no customer to be known by. */
const untold: readonly PersonalDataClass[] = ['network', 'url'];

const reference =
  /\b(order|bestellung|bestellnummer|auftrag|commande|pedido|encomenda|ordine|invoice|rechnung|facture|factura|fatura|fattura|contract|vertrag|contrat|contrato|contratto|ticket|case|vorgang|parcel|paket|tracking|sendung|colis|paquete|pacco|booking|buchung|réservation|reserva|prenotazione)\b[^\p{L}\p{N}\n]{0,3}(?:(?:number|nummer|numéro|numero|número|no|nr|num|id|n)\b)?[^\p{L}\p{N}\n]{0,3}((?=[\p{L}\p{N}-]*\d)[\p{L}\p{N}][\p{L}\p{N}/-]{2,30})/giu;

/** Characters of a value; a longer one is no fact. */
const longestValue = 120;

/**
 * What the customer has said already and must not be asked again: numbers of orders, invoices, contracts and parcels, and what
 * `findPersonalData` finds. Each value once, where it was said first.
 */
export function givenFacts(messages: readonly ToldMessage[], labels: BriefLabels): GivenFact[] {
  const found = new Map<string, GivenFact>();
  for (const told of messages) {
    if (told.message.author !== 'customer') continue;
    const named = references(told.text);
    const numbers = new Set(named.map(([, value]) => value));
    // A number that is known to be an order's needs no second line.
    const others = personal(told.text).filter(([, value]) => !numbers.has(value));
    for (const [what, value] of [...named, ...others]) {
      const key = `${what} ${value.toLowerCase()}`;
      if (found.has(key) || value.length > longestValue) continue;
      found.set(key, { what, label: labels.given[what] ?? what, value, message: told.index + 1 });
    }
  }
  return [...found.values()];
}

function references(text: string): [what: string, value: string][] {
  return [...text.matchAll(reference)].map(([, cue = '', value = '']) => [kindOf(cue.toLowerCase()), value]);
}

const kinds: readonly [kind: string, cues: RegExp][] = [
  ['order', /^(order|bestell|auftrag|commande|pedido|encomenda|ordine)/],
  ['invoice', /^(invoice|rechnung|fact|fatur|fattur)/],
  ['contract', /^(contr|vertrag)/],
  ['case', /^(ticket|case|vorgang)/],
  ['parcel', /^(parcel|paket|tracking|sendung|colis|paquete|pacco)/],
];

function kindOf(cue: string): string {
  return kinds.find(([, cues]) => cues.test(cue))?.[0] ?? 'booking';
}

function personal(text: string): [what: string, value: string][] {
  return findPersonalData(text)
    .filter((span) => !untold.includes(span.class))
    .map(({ class: kind, start, end }) => [kind, shown(kind, text.slice(start, end).trim())]);
}

function shown(kind: PersonalDataClass, value: string): string {
  if (hidden.includes(kind)) return '••••';
  return masked.includes(kind) ? `•••• ${value.replace(/[\s-]/g, '').slice(-4)}` : value;
}
