import { isDeepStrictEqual } from 'node:util';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import * as sharedFields from '../../../nodes/shared/fields.ts';
import { displayNameOf } from './folder.ts';
import type { NodeFolder } from './folder.ts';

/** Settings that mean the same in every node, by name. A table's example is each node's own. */
const shared: Record<string, INodeProperties> = Object.fromEntries(
  [...Object.values(sharedFields).filter((field) => typeof field === 'object'), sharedFields.tableField('')].map(
    (field) => [field.name, field],
  ),
);
const ownParts: Record<string, string[]> = {
  table: ['default', 'displayOptions'],
  subjectField: ['displayOptions'],
  whenHubAway: ['displayOptions'],
};

/** What n8n shows of a node: names, texts, defaults, and settings that are alike in all nodes. */
export function descriptionProblems(folder: NodeFolder, description: INodeTypeDescription): string[] {
  const { properties } = description;
  return [
    ...nameProblems(folder, description),
    ...(description.usableAsTool === true ? [] : ['it is not usable as a tool']),
    ...(properties[0]?.type === 'notice' && properties[0].displayName.includes('<a href="https://')
      ? []
      : ['the first property is no notice that links to the docs']),
    ...(properties.some((property) => property.name === sharedFields.toolFacts.name)
      ? []
      : ['it lacks the facts of a tool call']),
    ...properties.flatMap(propertyProblems),
    ...properties.flatMap(sharedProblems),
  ];
}

function nameProblems(folder: NodeFolder, description: INodeTypeDescription): string[] {
  const displayName = displayNameOf(folder);
  const icon = { light: `file:${folder.nodeName}.svg`, dark: `file:${folder.nodeName}.dark.svg` };
  return [
    ...(description.displayName === displayName
      ? []
      : [`displayName is "${description.displayName}", not "${displayName}"`]),
    ...(description.name === folder.nodeName ? [] : [`name is "${description.name}", not "${folder.nodeName}"`]),
    ...(description.defaults.name === displayName ? [] : ['a new node does not carry its own name']),
    ...(isDeepStrictEqual(description.icon, icon) ? [] : ['icon does not name the light and the dark drawing']),
    ...(description.version === 1 ? [] : [`version is ${String(description.version)}, and its schema is for 1`]),
    ...(/^[A-Z].{20,}[^.]$/.test(description.description) ? [] : ['description is no phrase, or ends with a period']),
    ...(description.subtitle ? [] : ['subtitle is missing']),
  ];
}

function propertyProblems(property: INodeProperties): string[] {
  if (property.type === 'notice') return [];
  const { displayName, name, description, default: preset } = property;
  return [
    ...(description ? [] : [`the setting "${displayName}" has no description`]),
    ...(preset === undefined ? [`the setting "${displayName}" has no default`] : []),
    ...(property.noDataExpression || takesFieldNames(property) || name === sharedFields.toolFacts.name
      ? []
      : [`the setting "${displayName}" takes an expression, but settings are read once per execution`]),
  ];
}

/** Fields can only be dragged into settings that take expressions; `expressionIssues` refuses the expressions. */
function takesFieldNames(property: INodeProperties): boolean {
  if (property.type !== 'fixedCollection') return property.requiresDataPath === 'single';
  const rows = (property.options ?? []).flatMap((option) => ('values' in option ? option.values : []));
  return rows.every((row) => row.noDataExpression === true || takesFieldNames(row));
}

function sharedProblems(property: INodeProperties): string[] {
  const wanted = shared[property.name];
  if (!wanted) return [];
  const free = ownParts[property.name] ?? [];
  const comparable = (field: INodeProperties) =>
    Object.fromEntries(Object.entries(field).filter(([key]) => !free.includes(key)));
  return isDeepStrictEqual(comparable(property), comparable(wanted))
    ? []
    : [`the setting "${property.displayName}" differs from the one that other nodes share`];
}
