import type { IExecuteFunctions, INodePropertyOptions } from 'n8n-workflow';
import { errorIssue } from '../../engine/index.ts';
import type { DecisionTable, Result } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';

/** The packs as a list to choose from. */
export const tablePackOptions: INodePropertyOptions[] = Object.values(tablePacks)
  .map(({ id, title, summary }) => ({ name: title, value: id, description: summary }))
  .sort((left, right) => left.name.localeCompare(right.name));

/** Reads the setting *Rule Pack* of a node that takes any table. */
export function readTablePack(context: IExecuteFunctions): Result<DecisionTable> {
  const id = String(context.getNodeParameter('pack', 0, ''));
  const pack = Object.hasOwn(tablePacks, id) ? tablePacks[id] : undefined;
  if (pack !== undefined) return { ok: true, value: pack.table };
  return { ok: false, issues: [errorIssue('pack_unknown', ['pack'], { pack: id, packs: Object.keys(tablePacks) })] };
}
