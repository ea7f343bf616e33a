import { canonicalValue, type JsonValue, type TableOutput } from '../../../../engine/index.ts';

/** A result as the grid shows and edits it: texts without quotes, lists with commas, nothing for null. */
export function formatOutput(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string' && !entry.includes(',')))
    return value.join(', ');
  return JSON.stringify(value);
}

/**
 * What a typed result means in its column. A text that does not fit the column's type is kept as it is: the check of
 * the table then says what is wrong with it, and nothing typed is lost.
 */
export function parseOutput(text: string, output: TableOutput): JsonValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  switch (output.type) {
    case 'number': {
      const number = Number(trimmed.replace(/(?<=\d),(?=\d{3}\b)/g, ''));
      return Number.isFinite(number) ? number : trimmed;
    }
    case 'boolean': {
      const word = trimmed.toLowerCase();
      if (['true', 'yes', 'y', '1'].includes(word)) return true;
      if (['false', 'no', 'n', '0'].includes(word)) return false;
      return trimmed;
    }
    case 'list':
      return parseList(trimmed);
    case 'date':
    case 'time':
    case 'date-time':
    case 'day-time-duration':
    case 'year-month-duration': {
      // Also as a cell would write it: `date("2026-11-22")`.
      const text = /"([^"]*)"\)?$/.exec(trimmed)?.[1] ?? trimmed;
      return canonicalValue(text, output.type) ?? trimmed;
    }
    case 'string': {
      // What stands in quotes is meant as it stands; everything else is a text anyway.
      const quoted = /^"(.*)"$/.exec(trimmed);
      const plain = quoted?.[1] ?? trimmed;
      const allowed = output.allowed?.find((value) => String(value).toLowerCase() === plain.toLowerCase());
      return allowed === undefined ? plain : String(allowed);
    }
  }
}

function parseList(text: string): JsonValue {
  if (text.startsWith('[')) {
    try {
      const value = JSON.parse(text) as JsonValue;
      if (Array.isArray(value)) return value;
    } catch {
      // Not JSON: read below as words with commas.
    }
  }
  return text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((entry) => entry.trim().replace(/^"(.*)"$/, '$1'))
    .filter((entry) => entry !== '');
}

/** Results to choose from, when the column has a closed set of them. */
export function outputChoices(output: TableOutput): string[] {
  if (output.type === 'boolean') return ['true', 'false'];
  return output.allowed?.map(String) ?? [];
}
