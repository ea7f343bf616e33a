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
  /\b(order|bestellung|bestellnummer|auftrag|commande|pedido|encomenda|ordine|invoice|rechnung|facture|factura|fatura|fattura|contract|vertrag|contrat|contrato|contratto|ticket|case|vorgang|parcel|paket|tracking|sendung|colis|paquete|pacco|booking|buchung|réservation|reserva|prenotazione)\b[^\p{L}\p{N}\n]{0,3}(?:(?:number|nummer|numéro|numero|número|no|nr|num|id|n)\b)?[^\p{L}\p{N}\n]{0,3}((?=[\p{L}\p{N}-]{0,30}\d)[\p{L}\p{N}][\p{L}\p{N}/-]{2,30})/giu;

/** Characters of a value; a longer one is no fact. */
const longestValue = 120;

/**
 * What the customer has said already and must not be asked again: numbers of orders, invoices, contracts and parcels, and what
 * `findPersonalData` finds. Each value once, where it was said first.
 */
export function givenFacts(messages: readonly ToldMessage[], labels: BriefLabels): GivenFact[] {
  const own = messages.filter(({ message }) => message.author === 'customer');
  const personal = personalIn(own.map(({ text }) => text));
  const found = new Map<string, GivenFact>();
  for (const [place, told] of own.entries()) {
    const named = references(told.text);
    const numbers = new Set(named.map(([, value]) => value));
    // A number that is known to be an order's needs no second line.
    const others = (personal[place] ?? []).filter(([, value]) => !numbers.has(value));
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

/** Between two messages nothing goes on. */
const between = '\n\n';

/** What each of the texts holds; they are looked through together, which takes a fifth of the time. */
function personalIn(texts: readonly string[]): [what: string, value: string][][] {
  const found = texts.map((): [string, string][] => []);
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + between.length;
  }
  const all = texts.join(between);
  let place = 0;
  for (const { class: kind, start, end } of findPersonalData(all)) {
    while ((starts[place + 1] ?? Infinity) <= start) place++;
    const last = (starts[place] ?? 0) + (texts[place]?.length ?? 0);
    if (!untold.includes(kind)) found[place]?.push([kind, shown(kind, all.slice(start, Math.min(end, last)).trim())]);
  }
  return found;
}

function shown(kind: PersonalDataClass, value: string): string {
  if (hidden.includes(kind)) return '••••';
  return masked.includes(kind) ? `•••• ${value.replace(/[\s-]/g, '').slice(-4)}` : value;
}
