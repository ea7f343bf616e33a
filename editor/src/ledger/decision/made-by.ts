import type { DecisionRecord } from '../../../../engine/index.ts';

/** Who or what decided, in words; of rules with their version, which their name mostly says already. */
export function madeBy({ by, decision }: Pick<DecisionRecord, 'by' | 'decision'>): string {
  const { kind, tableVersion } = decision;
  switch (by.kind) {
    case 'rules':
      if (kind === 'branch') return `the branch “${by.name}”`;
      if (tableVersion === '' || by.name.endsWith(` ${tableVersion}`)) return `the rules “${by.name}”`;
      return `the rules “${by.name}”, version ${tableVersion}`;
    case 'person':
      return `a person, ${by.name}`;
    case 'model':
      return `the model ${by.name}`;
    case 'system':
      return `the system ${by.name}`;
  }
}

/** Who recorded an entry: `key:<id>`, `person:<id>` or `hub`, in words. */
export function recordedByInWords(recordedBy: string): string {
  if (recordedBy === 'hub') return 'the hub itself';
  const [, kind, id] = /^(key|person):(.*)$/s.exec(recordedBy) ?? [];
  if (kind === 'key') return `the API key stw_${id}`;
  return kind === 'person' ? `the person ${id}` : recordedBy;
}
