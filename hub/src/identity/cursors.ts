import { ProblemError } from '../http/problem.ts';

/** Where a page ends, as a text that callers hand back without looking into it. */
export function encodeCursor(place: Readonly<Record<string, string | number>>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * @param form types of the members, all of which must be there
 * @throws ProblemError `invalid_request` when the text is no cursor of this form
 */
export function decodeCursor<T extends object>(
  text: string | undefined,
  form: Readonly<Record<keyof T & string, 'string' | 'number'>>,
): T | null {
  if (text === undefined) return null;
  const place = parse(Buffer.from(text, 'base64url').toString());
  const isPlace = Object.entries(form).every(([name, type]) => {
    const value = place?.[name];
    return typeof value === type && !String(value).includes('\0');
  });
  if (place !== null && isPlace) return place as T;
  const issues = [{ code: 'not_a_cursor', path: ['before'], message: 'must be the `next` of a page before' }];
  throw new ProblemError('invalid_request', { issues });
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
