import { joinPath } from '../facts/read-path.ts';
import type { TableInput } from '../model.ts';

/** Path and table of a value: `{ path: 'Age' }`, `{ path: 'Risk', from: 'risk' }`; null when no path says it. */
export function placeAt(segments: readonly string[], from: string | null): Pick<TableInput, 'path' | 'from'> | null {
  const path = joinPath(segments);
  return path === null || path === '' ? null : { path, ...(from === null ? {} : { from }) };
}
