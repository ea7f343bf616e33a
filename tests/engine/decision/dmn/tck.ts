import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject, JsonValue } from '../../../../engine/index.ts';
import { childrenOf, parseXml, type XmlNode } from './small-xml.ts';

// Reads the cases of the DMN TCK (https://dmn-tck.github.io), as far as they ask for decisions by name.

/** One expected result of one case. */
export interface TckCase {
  id: string;
  facts: JsonObject;
  decision: string;
  expected: JsonValue;
}

export interface TckModel {
  name: string;
  xml: string;
  cases: TckCase[];
}

const folder = join(process.env['STEWARD_SHARED'] ?? '../shared', 'data/dmn');

/** The models of a compliance level that hold a decision table; none where the data are not at hand. */
export function tckModels(level: 2 | 3): TckModel[] {
  const models = join(folder, `compliance-level-${level}`);
  if (!existsSync(models)) return [];
  return readdirSync(models)
    .map((name) => ({
      name,
      xml: readFileSync(join(models, name, `${name}.dmn`), 'utf8'),
      cases: readCases(readFileSync(join(models, name, `${name}-test-01.xml`), 'utf8')),
    }))
    .filter(({ xml }) => /<(?:\w+:)?decisionTable\b/.test(xml));
}

function readCases(xml: string): TckCase[] {
  return childrenOf(parseXml(xml), 'testCase').flatMap((testCase) => {
    const inputs = childrenOf(testCase, 'inputNode').map((node) => [node.attributes['name'] as string, valueOf(node)]);
    return childrenOf(testCase, 'resultNode').map((node) => ({
      id: testCase.attributes['id'] as string,
      facts: Object.fromEntries(inputs) as JsonObject,
      decision: node.attributes['name'] as string,
      expected: valueOf(childrenOf(node, 'expected')[0] as XmlNode),
    }));
  });
}

function valueOf(node: XmlNode): JsonValue {
  const [value] = childrenOf(node, 'value');
  if (value !== undefined) return scalarOf(value);
  const [list] = childrenOf(node, 'list');
  if (list !== undefined) return childrenOf(list, 'item').map(valueOf);
  const components = childrenOf(node, 'component').map((child) => [child.attributes['name'] as string, valueOf(child)]);
  return Object.fromEntries(components) as JsonObject;
}

function scalarOf({ attributes, text }: XmlNode): JsonValue {
  if (attributes['xsi:nil'] === 'true') return null;
  switch (attributes['xsi:type']) {
    case 'xsd:decimal':
    case 'xsd:double':
      return Number(text);
    case 'xsd:boolean':
      return text === 'true';
    default:
      return text;
  }
}
