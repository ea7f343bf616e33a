import { describeIssue, exportJsonRules, type DecisionTable } from '../../../../engine/index.ts';
import { toast } from '../../../ui/index.ts';
import { saveFile } from '../parts/save-file.ts';

/** Saves a table as rules for json-rules-engine, or says why it cannot be written so. */
export function exportRules(table: DecisionTable): void {
  const rules = exportJsonRules(table);
  if (!rules.ok) {
    toast({
      tone: 'bad',
      title: `${table.name} cannot be exported`,
      detail: rules.issues.map(describeIssue).join(' '),
    });
    return;
  }
  saveFile(`${table.id}.rules.json`, `${JSON.stringify(rules.value, null, 2)}\n`);
}
