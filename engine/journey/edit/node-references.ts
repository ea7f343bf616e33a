import { isJsonObject, type JsonValue } from '../../json.ts';

/**
 * Parameters that hold code or a page, where references stand without the leading `=` of an expression.
 * @source n8n 2.40.7, nodes Code and Function; n8n-workflow, renameNode, for `html` of the nodes HTML and Form
 */
const codeParameters = new Set(['jsCode', 'functionCode', 'html']);
const identifier = /^[A-Za-z_$][\w$]*$/;

/**
 * Rewrites in n8n expressions and code what refers to a node by its name: `$('Old')`, `$node["Old"]`, `$node.Old`,
 * `$items("Old")`, and in Python the same with `_`. Quotes inside of the name may stand with a backslash or without, since
 * n8n writes it before both kinds. Everything that does not mention the name keeps its identity.
 *
 * @example renameReferences({ value: "={{ $('Old').item.json.id }}" }, 'Old', 'New') // { value: "={{ $('New').item.json.id }}" }
 */
export function renameReferences<Value extends JsonValue>(value: Value, from: string, to: string): Value {
  const patterns = referencePatterns(from, '$');
  const pythonPatterns = referencePatterns(from, '_');
  const rewrite = (part: JsonValue, key: string): JsonValue => {
    if (typeof part === 'string') {
      if (key === 'pythonCode') return renameIn(part, pythonPatterns, to);
      return part.startsWith('=') || codeParameters.has(key) ? renameIn(part, patterns, to) : part;
    }
    if (Array.isArray(part))
      return sameOr(
        part,
        part.map((item) => rewrite(item, key)),
      );
    return isJsonObject(part) ? rewriteMembers(part, rewrite) : part;
  };
  return rewrite(value, '') as Value;
}

function rewriteMembers<Members extends Record<string, JsonValue | undefined>>(
  object: Members,
  rewrite: (part: JsonValue, key: string) => JsonValue,
): Members {
  const entries = Object.entries(object).map(
    ([key, part]) => [key, part === undefined ? part : rewrite(part, key)] as const,
  );
  return entries.every(([key, part]) => part === object[key]) ? object : (Object.fromEntries(entries) as Members);
}

function sameOr(list: JsonValue[], next: JsonValue[]): JsonValue[] {
  return next.every((item, index) => item === list[index]) ? list : next;
}

interface ReferencePatterns {
  quoted: RegExp;
  dotted: RegExp | null;
}

/** @param sigil what n8n's own names begin with: `$`, in Python `_` */
function referencePatterns(name: string, sigil: '$' | '_'): ReferencePatterns {
  const own = `(?<![\\w$])${escapePattern(sigil)}`;
  const spelling = escapePattern(name.replaceAll('\\', '\\\\')).replace(/['"`]|\\\$\\\{/g, '\\\\?$&');
  const spellings = ["'", '"', '`'].map((quote) => `${quote}${spelling}${quote}`);
  return {
    quoted: new RegExp(`(${own}(?:\\(|node\\[|items\\()\\s*)(${spellings.join('|')})(?=\\s*[)\\],])`, 'g'),
    dotted: identifier.test(name) ? new RegExp(`(${own}node)\\.${escapePattern(name)}(?![\\w$])`, 'g') : null,
  };
}

function renameIn(text: string, { quoted, dotted }: ReferencePatterns, to: string): string {
  const renamed = text.replace(quoted, (_, opening: string, literal: string) => {
    const quote = literal.charAt(0);
    return `${opening}${quote}${escapeFor(quote, to)}${quote}`;
  });
  if (dotted === null) return renamed;
  return renamed.replace(dotted, (_, node: string) =>
    identifier.test(to) ? `${node}.${to}` : `${node}["${escapeFor('"', to)}"]`,
  );
}

/** A name as it stands inside quotes of this kind. */
function escapeFor(quote: string, name: string): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote === '`' ? escaped.replaceAll('${', '\\${') : escaped;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
