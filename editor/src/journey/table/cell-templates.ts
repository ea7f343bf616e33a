import { canonicalValue, formatLiteral, type TableInput, type TemporalType } from '../../../../engine/index.ts';

/** One way to write a condition, offered under the cell. */
export interface CellTemplate {
  label: string;
  /** How it is spelled, with what is already in the cell where that fits. */
  text: string;
  /** The part to type over, as a range of characters. */
  select: [start: number, end: number];
}

/** Ways to write a condition of this column; numbers and texts that are already in the cell are taken over. */
export function cellTemplates(input: TableInput, current: string): CellTemplate[] {
  const anything = fill('anything', '-');
  switch (input.type) {
    case 'number': {
      const [a = '0', b = a === '0' ? '100' : String(Number(a) * 2)] = current.match(/-?\d+(\.\d+)?/g) ?? [];
      return [
        fill('at least', `>= ${a}`, a),
        fill('more than', `> ${a}`, a),
        fill('at most', `<= ${a}`, a),
        fill('less than', `< ${a}`, a),
        fill('between, both ends in', `[${a}..${b}]`, a),
        fill('between, upper end out', `[${a}..${b})`, a),
        fill('one of', `${a}, ${b}`, a),
        fill('exactly', a, a),
        anything,
        fill('absent', 'null'),
      ];
    }
    case 'date':
    case 'time':
    case 'date-time':
    case 'day-time-duration':
    case 'year-month-duration':
      return temporalTemplates(input.type, current);
    case 'boolean':
      return [fill('yes', 'true'), fill('no', 'false'), anything, fill('absent', 'null')];
    case 'string':
    case 'list': {
      const words = current.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
      const given = (input.allowed ?? []).map((value) => formatLiteral(value));
      const first = words[0] ?? given[0] ?? '"text"';
      const several =
        words.length > 1
          ? words.join(', ')
          : [...new Set([first, given.find((word) => word !== first) ?? '"other"'])].join(', ');
      const verb = input.type === 'list' ? 'contains' : 'is';
      return [
        ...given.map((word) => fill(`${verb} ${JSON.parse(word) as string}`, word)),
        ...(given.length === 0 ? [fill(verb, first, first.slice(1, -1))] : []),
        fill(input.type === 'list' ? 'contains one of' : 'one of', several, first.slice(1, -1)),
        fill('none of', `not(${several})`, first.slice(1, -1)),
        anything,
        fill('absent', 'null'),
      ];
    }
  }
}

const examples: Record<TemporalType, readonly [string, string]> = {
  date: ['2026-01-01', '2026-12-31'],
  time: ['09:00:00', '17:00:00'],
  'date-time': ['2026-01-01T09:00:00', '2026-12-31T17:00:00'],
  'day-time-duration': ['P1D', 'P7D'],
  'year-month-duration': ['P6M', 'P1Y'],
};

/** Dates and times run from earlier to later, durations from shorter to longer. */
function temporalTemplates(type: TemporalType, current: string): CellTemplate[] {
  const given = [...current.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
  const values = given.filter((text) => canonicalValue(text, type) !== null);
  const [a, b] = [values[0] ?? examples[type][0], values[1] ?? examples[type][1]];
  const [first, second] = [formatLiteral(a, type), formatLiteral(b, type)];
  const isLength = type === 'day-time-duration' || type === 'year-month-duration';
  return [
    fill(isLength ? 'at least' : 'from, this one included', `>= ${first}`, a),
    fill(isLength ? 'more than' : 'after', `> ${first}`, a),
    fill(isLength ? 'at most' : 'up to, this one included', `<= ${first}`, a),
    fill(isLength ? 'less than' : 'before', `< ${first}`, a),
    fill('between, both ends in', `[${first}..${second}]`, a),
    fill('between, upper end out', `[${first}..${second})`, a),
    fill('exactly', first, a),
    fill('anything', '-'),
    fill('absent', 'null'),
  ];
}

function fill(label: string, text: string, part = ''): CellTemplate {
  const start = part === '' ? text.length : text.indexOf(part);
  return { label, text, select: [start, start + part.length] };
}
