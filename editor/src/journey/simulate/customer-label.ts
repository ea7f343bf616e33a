import { readPath, type JsonObject } from '../../../../engine/index.ts';
import { shortValue } from '../parts/short-value.ts';
import { sampleFields } from './sample-fields.ts';

const identifying = /(^|\.)(id|number|no|reference|ref|\w+Id|ticket)$/i;
const looksAt = 100;
const mostFields = 3;

export interface CustomerLabel {
  title: string;
  detail: string;
}

/**
 * Tells how to name customers in a list: by a number, and by the fields in which they differ. Few different values tell
 * more at a glance than many (a tier more than an address), figures more than either.
 */
export function customerLabeller(
  customers: readonly JsonObject[],
): (customer: JsonObject, index: number) => CustomerLabel {
  const some = customers.slice(0, looksAt);
  const fields = sampleFields(some).filter((field) => field.example === null || typeof field.example !== 'object');
  const id = fields.find((field) => identifying.test(field.path)) ?? fields.find((field) => /name$/i.test(field.path));
  const telling = fields
    .filter((field) => field !== id && !identifying.test(field.path) && typeof field.example !== 'boolean')
    .map((field) => ({ path: field.path, rank: rankOf(field.path, some) }))
    .filter((field) => field.rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, mostFields);
  return (customer, index) => {
    const value = id === undefined ? undefined : readPath(customer, id.path);
    return {
      title: value === undefined ? `Customer ${index + 1}` : shortValue(value, 24),
      detail: telling
        .map((field) => words(field.path, customer))
        .filter((text) => text !== '')
        .join(' · '),
    };
  };
}

/** 0 when the customers do not differ in it. */
function rankOf(path: string, customers: readonly JsonObject[]): number {
  const values = customers.map((customer) => readPath(customer, path)).filter((value) => value !== undefined);
  const distinct = new Set(values).size;
  if (distinct < 2 && customers.length > 1) return 0;
  const isFigure = values.some((value) => typeof value === 'number');
  const isLong = values.some((value) => typeof value === 'string' && value.length > 24);
  if (isLong) return 0;
  const present = values.length / customers.length;
  return present * (isFigure ? (/amount|value|total|price/i.test(path) ? 4 : 1) : distinct <= 12 ? 3 : 0.5);
}

function words(path: string, customer: JsonObject): string {
  const value = readPath(customer, path);
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return shortValue(value, 18);
  return `${path.slice(path.lastIndexOf('.') + 1)} ${shortValue(value, 12)}`;
}
