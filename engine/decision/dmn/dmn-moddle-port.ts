import { DmnModdle } from 'dmn-moddle';
import { errorIssue, type Result } from '../../issue.ts';
import { dmn15Package, drawingNamespaces, modelNamespaces, type WrittenDmnVersion } from './dmn-1-5.ts';
import type { DmnDefinitions } from './dmn-elements.ts';

// The only place that knows dmn-moddle, the parser and writer of dmn-js.

/** Our own elements inside of `extensionElements`. */
export const stewardNamespace = 'https://steward.example/dmn/1';

/**
 * Reads the XML of a DMN document, of version 1.1 to 1.5.
 *
 * Strict: an element that DMN does not have at its place is an issue, for what is skipped in silence could be a rule.
 * @param xml well-formed XML whose root is DMN's, as `screenXml` lets it through
 * @returns the document, or the issue `dmn_part_unreadable` with `line` (from 1), `found` and `problem`
 * @example const read = await readDmnXml(xml)
 */
export async function readDmnXml(xml: string): Promise<Result<DmnDefinitions>> {
  const prefixes = Object.values(modelNamespaces).map((uri) => [uri, 'dmn'] as const);
  const nsMap = { ...Object.fromEntries(prefixes), [stewardNamespace]: 'steward' };
  const moddle = DmnModdle({ dmn15: dmn15Package }, { nsMap });
  try {
    const { rootElement } = await moddle.fromXML(xml, { lax: false });
    return { ok: true, value: rootElement as DmnDefinitions };
  } catch (thrown) {
    return { ok: false, issues: [errorIssue('dmn_part_unreadable', [], unreadablePart(thrown))] };
  }
}

/** What dmn-moddle's message says about the first thing that it cannot place. */
function unreadablePart(thrown: unknown): { line: number; found: string; problem: string } {
  const message = thrown instanceof Error ? thrown.message : '';
  const [, found = ''] = /unparsable content (\S*)/.exec(message) ?? [];
  const [, line = '0'] = /line: (\d+)/.exec(message) ?? [];
  const [, problem = message] = /nested error: (.*)/.exec(message) ?? [];
  return { line: Number(line) + 1, found: found.slice(0, 100), problem: problem.slice(0, 200) };
}

/** Makes the elements of one document. */
export interface DmnWriter {
  /** An element of DMN: `create('dmn:Decision', { id, name })`. */
  create(type: string, properties: object): unknown;
  /** An element of ours: `own('row', '{}')`. */
  own(name: string, body: string): unknown;
  /** The document as XML. */
  write(definitions: unknown, version: WrittenDmnVersion): Promise<string>;
}

/**
 * Starts a document that is to be written.
 * @example dmnWriter().create('dmn:InputData', { id: 'age', name: 'Age' })
 */
export function dmnWriter(): DmnWriter {
  const moddle = DmnModdle();
  return {
    create: (type, properties) => moddle.create(type, properties),
    own: (name, body) => moddle.createAny(`steward:${name}`, stewardNamespace, { $body: body }),
    write: async (definitions, version) => {
      const { xml } = await moddle.toXML(definitions, { format: true });
      return inVersion(xml, version);
    },
  };
}

/** dmn-moddle writes DMN 1.3; what Steward writes differs from later versions in the namespaces alone. */
function inVersion(xml: string, version: WrittenDmnVersion): string {
  const endOfRootTag = xml.indexOf('>', xml.indexOf('definitions ')) + 1;
  const root = xml
    .slice(0, endOfRootTag)
    .replace(`"${modelNamespaces['1.3']}"`, `"${modelNamespaces[version]}"`)
    .replace(`"${drawingNamespaces['1.3']}"`, `"${drawingNamespaces[version]}"`);
  return root + xml.slice(endOfRootTag);
}
