export interface TextPlace {
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
}

const string = String.raw`"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const token = new RegExp(String.raw`[ \t\n\r]*(${string}|${number}|true|false|null|[{}[\],:])`, 'y');

/** What may come next. `first…`: or the end of the container that has just begun. */
type Expected = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'after' | 'nothing';

/**
 * Where a text stops being JSON; null when it only ends too early, or is JSON. Browsers tell the place in some of their
 * messages and not in others.
 */
export function jsonPlace(text: string): TextPlace | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text)?.[1];
    const start =
      found === undefined ? at + (/^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0) : token.lastIndex - found.length;
    if (start >= text.length) return null;
    const next: Expected | null = found === undefined ? null : follow(expected, found, open);
    if (next === null) return placeAt(text, start);
    expected = next;
    at = token.lastIndex;
  }
}

/** What may come after a token, or null when it may not stand there. Opens and shuts containers on the way. */
function follow(expected: Expected, found: string, open: ('{' | '[')[]): Expected | null {
  const done = (): Expected => (open.length === 0 ? 'nothing' : 'after');
  if (expected === 'colon') return found === ':' ? 'value' : null;
  if (expected === 'after' && found === ',') return open.at(-1) === '{' ? 'key' : 'value';
  if (found === '}' || found === ']') {
    const mayEnd = expected === 'after' || expected === (found === '}' ? 'firstKey' : 'firstValue');
    if (!mayEnd || open.at(-1) !== (found === '}' ? '{' : '[')) return null;
    open.pop();
    return done();
  }
  if (expected === 'key' || expected === 'firstKey') return found.startsWith('"') ? 'colon' : null;
  if ((expected !== 'value' && expected !== 'firstValue') || found === ',' || found === ':') return null;
  if (found !== '{' && found !== '[') return done();
  open.push(found);
  return found === '{' ? 'firstKey' : 'firstValue';
}

function placeAt(text: string, index: number): TextPlace {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
