import { useRef, useState } from 'react';
import type { DecisionTable } from '../../../../engine/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { saveFile } from '../../app/save-file.ts';
import { counted } from '../parts/counted.ts';

interface RankingTableProps {
  /** Of the field, for labels. */
  title: string;
  table: DecisionTable;
  disabled: boolean;
  onChange: (table: DecisionTable) => void;
}

/** The table that ranks the values of a field: what it is, and the way to change it, as a file that the designer's tables read and write. */
export function RankingTable({ title, table, disabled, onChange }: RankingTableProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    // Checking tables is much code, and few come here to change one.
    const { readRankingTable } = await import('./read-ranking-table.ts');
    const read = readRankingTable(await file.text());
    setProblem(read.ok ? null : read.problem);
    if (read.ok) onChange(read.table);
  };
  return (
    <div className="id-ranking">
      <span>
        {table.name}, version {table.version}: {counted(table.rows.length, 'row')}
      </span>
      <span className="id-ranking-ways">
        <IconButton
          icon="download"
          size="s"
          label={`Save the table for ${title} as a file`}
          onClick={() => saveFile(`${table.id}.table.json`, `${JSON.stringify(table, null, 2)}\n`)}
        />
        {!disabled && (
          <Button size="s" icon="file-up" onClick={() => input.current?.click()}>
            Choose a table
          </Button>
        )}
      </span>
      {problem !== null && (
        <span className="id-ranking-problem" role="alert">
          {problem}
        </span>
      )}
      <input
        ref={input}
        type="file"
        aria-label={`Table for ${title}`}
        accept=".json"
        hidden
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
