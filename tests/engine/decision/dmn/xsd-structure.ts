import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { childrenOf, parseXml, type XmlNode } from './small-xml.ts';

// Holds a document against the XML schemas of DMN 1.3: which elements stand in which, in which order, with which
// attributes. Types of texts are not looked at.

interface Particle {
  name: string;
  required: boolean;
  many: boolean;
}

interface ComplexType {
  particles: Particle[];
  attributes: Set<string>;
  /** Takes elements of any namespace. */
  open: boolean;
}

const require = createRequire(import.meta.url);
const schemas = ['DMN13', 'DMNDI13', 'DI', 'DC'].map((name) =>
  parseXml(readFileSync(require.resolve(`dmn-moddle/resources/dmn/xsd/${name}.xsd`), 'utf8')),
);
const globals = schemas.flatMap(({ children }) => children);
const typeNodes = new Map(
  globals.filter(({ name }) => name === 'complexType').map((node) => [node.attributes['name'], node] as const),
);
const elementNodes = new Map(
  globals.filter(({ name }) => name === 'element').map((node) => [node.attributes['name'], node] as const),
);

const local = (name: string | undefined) => (name ?? '').replace(/^.*:/, '');

/** Everything in a document that the schemas do not have there; empty for a document of the right structure. */
export function structureProblems(xml: string): string[] {
  const problems: string[] = [];
  check(parseXml(xml), elementNodes.get('definitions'), '', problems);
  return problems;
}

function check(node: XmlNode, declared: XmlNode | undefined, where: string, problems: string[]): void {
  const place = `${where}/${node.name}`;
  const type = typeOf(declared);
  if (type === null) {
    if (node.children.length > 0) problems.push(`${place} is a text but has children`);
    return;
  }
  for (const name of Object.keys(node.attributes)) {
    if (!name.startsWith('xmlns') && !type.attributes.has(name)) problems.push(`${place} has the attribute ${name}`);
  }
  if (type.open) return;
  let at = 0;
  const found = new Set<Particle>();
  for (const child of node.children) {
    const next = type.particles.findIndex((particle, index) => index >= at && accepts(particle, child.name));
    const particle = type.particles[next];
    if (particle === undefined || (found.has(particle) && !particle.many)) {
      problems.push(`${place} has ${child.name} where it may not be`);
      continue;
    }
    at = next;
    found.add(particle);
    check(child, declarationOf(child.name, particle), place, problems);
  }
  for (const particle of type.particles) {
    if (particle.required && !found.has(particle)) problems.push(`${place} lacks ${particle.name}`);
  }
}

/** Declarations inside of types, by particle. */
const inner = new Map<Particle, XmlNode>();

function declarationOf(name: string, particle: Particle): XmlNode | undefined {
  const own = inner.get(particle);
  return own?.attributes['name'] === name ? own : elementNodes.get(name);
}

function accepts(particle: Particle, name: string): boolean {
  for (let group: string | undefined = name; group !== undefined && group !== '';) {
    if (group === particle.name) return true;
    if (inner.get(particle)?.attributes['name'] !== undefined) return false;
    group = local(elementNodes.get(group)?.attributes['substitutionGroup']);
  }
  return false;
}

const known = new Map<XmlNode, ComplexType>();

function typeOf(element: XmlNode | undefined): ComplexType | null {
  const own = element === undefined ? undefined : childrenOf(element, 'complexType')[0];
  const node = own ?? typeNodes.get(local(element?.attributes['type']));
  return node === undefined ? null : complexType(node);
}

function complexType(node: XmlNode): ComplexType {
  const made = known.get(node);
  if (made !== undefined) return made;
  const extension = childrenOf(node, 'complexContent').flatMap((content) => childrenOf(content, 'extension'))[0];
  const base = typeNodes.get(local(extension?.attributes['base']));
  const parent = base === undefined ? { particles: [], attributes: new Set<string>(), open: false } : complexType(base);
  const body = extension ?? node;
  const any = body.children.some((child) => childrenOf(child, 'any').length > 0);
  const type = {
    particles: [...parent.particles, ...body.children.flatMap((child) => particlesOf(child, true))],
    attributes: new Set([
      ...parent.attributes,
      ...childrenOf(body, 'attribute').map((attribute) => local(attribute.attributes['name'])),
    ]),
    open: any && particlesOf(body.children[0] as XmlNode, true).length === 0,
  };
  known.set(node, type);
  return type;
}

function particlesOf(node: XmlNode, required: boolean): Particle[] {
  const optional = node.attributes['minOccurs'] === '0';
  if (node.name === 'sequence' || node.name === 'choice') {
    const inside = required && !optional && node.name === 'sequence';
    return node.children.flatMap((child) => particlesOf(child, inside));
  }
  if (node.name !== 'element') return [];
  const particle = {
    name: local(node.attributes['name'] ?? node.attributes['ref']),
    required: required && !optional,
    many: (node.attributes['maxOccurs'] ?? '1') !== '1',
  };
  if (node.attributes['name'] !== undefined) inner.set(particle, node);
  return [particle];
}
