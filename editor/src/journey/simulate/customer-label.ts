import type { JsonObject, JsonValue } from '../../../../engine/index.ts';
import { shortValue } from '../parts/short-value.ts';
import { sampleFields } from './sample-fields.ts';

const identifying = /(^|\.)(id|number|no|reference|ref|orderId|customerId|requestId|ticket)$/i;

/** What tells a customer from the others in a list: a number or name, and two more fields. */
export function customerLabel(customer: JsonObject, index: number): { title: string; detail: string } {
  const fields = sampleFields([customer]).filter((field) => typeof field.example !== 'object');
  const id = fields.find((field) => identifying.test(field.path)) ?? fields.find((field) => /name$/i.test(field.path));
  const others = fields.filter((field) => field !== id && isTelling(field.example)).slice(0, 3);
  return {
    title: id === undefined ? `Customer ${index + 1}` : shortValue(id.example, 24),
    detail: others.map((field) => `${lastName(field.path)} ${shortValue(field.example, 18)}`).join(' · '),
  };
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function isTelling(value: JsonValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length > 0 && value.length < 24);
}
