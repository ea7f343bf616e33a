import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { modelNamespaces } from './dmn-1-5.ts';

/** The longest document that is read, in UTF-16 code units. chosen: 10,000,000, because a table of 5,000 rows and 10 columns takes 7 million, and dmn-moddle needs 1.5 s and 450 MB for 10 million. */
export const maxXmlLength = 10_000_000;
/** chosen: 200, because DMN's own elements nest about 10 deep, and a boxed expression in another one adds 3 a time. */
const maxDepth = 200;
/** chosen: 200 names and 10,000 declarations, because a document names about 10, some writers on every element. */
const maxNamespaces = 200;
const maxDeclarations = 10_000;
/** chosen: 500, because DMN's elements have 10, and other tools add a few of theirs. */
const maxAttributes = 500;

const tagName = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const attributePattern = /[ \t\r\n]+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)=("[^"<]*"|'[^'<]*')/y;
const tagEnd = /[ \t\r\n]*(\/?)>/y;
const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
/** Characters beyond the first plane, which dmn-moddle's decoder cuts to 16 bits. */
const wideReference = /&#(?:(\d{5,7})|x([\da-fA-F]{5,6}));/g;

/**
 * Looks over a text before dmn-moddle reads it: well-formed XML, of bounded size and depth, without a document type
 * (so no entities of its own, no other files), with DMN's `definitions` as its root.
 *
 * One pass, linear in the length. The drawing is left out of what it gives back, since an import does not read it.
 * @param xml the document as text
 * @returns the XML to be read, or one issue: `dmn_too_large`, `dmn_not_xml` (`line`, `found`), `dmn_document_type`,
 *   `dmn_too_deep`, `dmn_too_many_namespaces`, `dmn_other_root` (`found`, `namespace`)
 * @example screenXml('<!DOCTYPE lolz []><definitions/>') // dmn_document_type
 * @source XML 1.0, 2.8 (document type) and 4.1 (references); Namespaces in XML 1.0, 3
 */
export function screenXml(xml: string): Result<string> {
  if (xml.length > maxXmlLength) return problem('dmn_too_large', { limit: maxXmlLength });
  try {
    return { ok: true, value: new XmlScreen(xml.startsWith('\uFEFF') ? xml.slice(1) : xml).screened() };
  } catch (thrown) {
    if (!(thrown instanceof XmlProblem)) throw thrown;
    return { ok: false, issues: [thrown.issue] };
  }
}

/** Unwinds the scan at the first problem; never leaves this file. */
class XmlProblem extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

function problem(code: string, params: Issue['params'] = {}): { ok: false; issues: Issue[] } {
  return { ok: false, issues: [errorIssue(code, [], params)] };
}

interface OpenElement {
  name: string;
  /** Prefixes that it declares. */
  prefixes: string[];
}

class XmlScreen {
  private readonly xml: string;
  private at = 0;
  private readonly kept: string[] = [];
  private readonly open: OpenElement[] = [];
  private readonly declared = new Map<string, number>([['xml', 1]]);
  private readonly namespaces = new Set<string>();
  private declarations = 0;
  private rootSeen = false;
  /** Depth of the drawing's element while inside of it. */
  private skippedFrom: number | null = null;

  constructor(xml: string) {
    this.xml = xml;
  }

  screened(): string {
    while (this.at < this.xml.length) {
      const next = this.xml.indexOf('<', this.at);
      this.text(next === -1 ? this.xml.length : next);
      if (next !== -1) this.markup();
    }
    if (!this.rootSeen || this.open.length > 0) throw this.notXml(this.xml.length);
    return this.kept.join('');
  }

  private text(end: number): void {
    const text = this.xml.slice(this.at, end);
    if (this.open.length === 0 && text.trim() !== '') throw this.notXml(this.at);
    this.keep(this.checked(text));
    this.at = end;
  }

  /** A text or tag with references that XML knows, the wide ones replaced. */
  private checked(text: string): string {
    if (!text.includes('&')) return text;
    const wrong = unknownEntity.exec(text);
    if (wrong !== null) throw this.notXml(this.at + wrong.index);
    return text.replace(wideReference, (reference, decimal?: string, hex?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (code > 0x10ffff) throw this.notXml(this.at);
      return code > 0xffff ? String.fromCodePoint(code) : reference;
    });
  }

  private markup(): void {
    if (this.xml.startsWith('<!--', this.at)) return this.aside('<!--', '-->');
    if (this.xml.startsWith('<![CDATA[', this.at)) {
      if (this.open.length === 0) throw this.notXml(this.at);
      return this.aside('<![CDATA[', ']]>');
    }
    if (this.xml.startsWith('<?', this.at)) return this.aside('<?', '?>');
    if (this.xml.startsWith('<!', this.at)) throw new XmlProblem(errorIssue('dmn_document_type', []));
    if (this.xml.startsWith('</', this.at)) return this.closeTag();
    this.openTag();
  }

  private aside(start: string, end: string): void {
    const close = this.xml.indexOf(end, this.at + start.length);
    if (close === -1) throw this.notXml(this.at);
    this.keep(this.xml.slice(this.at, close + end.length));
    this.at = close + end.length;
  }

  private openTag(): void {
    const start = this.at;
    if (this.rootSeen && this.open.length === 0) throw this.notXml(start);
    this.at++;
    const name = this.take(tagName)?.[0];
    if (name === undefined) throw this.notXml(start);
    const attributes = this.attributes(start);
    const closed = this.take(tagEnd);
    if (closed === null) throw this.notXml(start);
    const prefixes = this.declarePrefixes(attributes);
    for (const used of [name, ...attributes.keys()]) this.requirePrefix(used, start);
    if (!this.rootSeen) requireDmn(name, attributes);
    this.rootSeen = true;
    if (this.open.length === 1 && localName(name) === 'DMNDI') this.skippedFrom = 1;
    this.keep(this.checked(this.xml.slice(start, this.at)));
    this.open.push({ name, prefixes });
    if (this.open.length > maxDepth) throw new XmlProblem(errorIssue('dmn_too_deep', [], { limit: maxDepth }));
    if (closed[1] === '/') this.leave();
  }

  private attributes(start: number): Map<string, string> {
    const attributes = new Map<string, string>();
    for (let match = this.take(attributePattern); match !== null; match = this.take(attributePattern)) {
      const [, name = '', quoted = ''] = match;
      if (attributes.size >= maxAttributes || attributes.has(name) || name === 'xmlns:xmlns' || name === 'xmlns:xml')
        throw this.notXml(start);
      attributes.set(name, quoted.slice(1, -1));
    }
    return attributes;
  }

  private declarePrefixes(attributes: Map<string, string>): string[] {
    const prefixes: string[] = [];
    for (const [name, uri] of attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      this.declarations++;
      this.namespaces.add(`${name} ${uri}`);
      if (this.namespaces.size > maxNamespaces || this.declarations > maxDeclarations) {
        throw new XmlProblem(errorIssue('dmn_too_many_namespaces', []));
      }
      if (name === 'xmlns') continue;
      const prefix = name.slice('xmlns:'.length);
      prefixes.push(prefix);
      this.declared.set(prefix, (this.declared.get(prefix) ?? 0) + 1);
    }
    return prefixes;
  }

  private requirePrefix(name: string, start: number): void {
    const colon = name.indexOf(':');
    if (colon === -1 || name.startsWith('xmlns:')) return;
    if ((this.declared.get(name.slice(0, colon)) ?? 0) === 0) throw this.notXml(start);
  }

  private closeTag(): void {
    const start = this.at;
    this.at += 2;
    const name = this.take(tagName)?.[0];
    const end = this.take(tagEnd);
    if (name === undefined || end === null || end[1] === '/' || this.open.at(-1)?.name !== name) {
      throw this.notXml(start);
    }
    this.keep(this.xml.slice(start, this.at));
    this.leave();
  }

  private leave(): void {
    for (const prefix of this.open.pop()?.prefixes ?? []) {
      this.declared.set(prefix, (this.declared.get(prefix) ?? 1) - 1);
    }
    if (this.skippedFrom === this.open.length) this.skippedFrom = null;
  }

  private keep(text: string): void {
    if (this.skippedFrom === null) this.kept.push(text);
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.xml);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  private notXml(at: number): XmlProblem {
    const line = this.xml.slice(0, at).split('\n').length;
    return new XmlProblem(errorIssue('dmn_not_xml', [], { line, found: this.xml.slice(at, at + 40) }));
  }
}

function requireDmn(name: string, attributes: Map<string, string>): void {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
  const namespace = attributes.get(prefix === null ? 'xmlns' : `xmlns:${prefix}`) ?? '';
  const known: readonly string[] = Object.values(modelNamespaces);
  if (localName(name) === 'definitions' && known.includes(namespace)) return;
  throw new XmlProblem(
    errorIssue('dmn_other_root', [], { found: localName(name), namespace: namespace.slice(0, 200) }),
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
