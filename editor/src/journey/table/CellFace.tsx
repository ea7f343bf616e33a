import { riskLevels, type RiskLevel, type TableRow } from '../../../../engine/index.ts';
import { LevelMark } from '../../../ui/index.ts';
import { formatOutput } from './output-values.ts';
import type { GridColumn } from './grid-columns.ts';

interface CellFaceProps {
  row: TableRow;
  column: GridColumn;
  number: number;
  hits: number;
  mostHits: number;
}

/** What a cell shows while it is not edited. */
export function CellFace({ row, column, number, hits, mostHits }: CellFaceProps) {
  switch (column.kind) {
    case 'number':
      return <span className="dg-text">{number}</span>;
    case 'input': {
      const text = row.when[column.input.id] ?? '';
      const isAny = text.trim() === '' || text.trim() === '-';
      return isAny ? <AnyMark /> : <code className="dg-text">{text}</code>;
    }
    case 'output': {
      const value = row.then[column.output.id] ?? null;
      if (value === null) return <AnyMark />;
      if (isLevel(value) && column.output.allowed?.includes(value)) return <LevelMark level={value} />;
      if (typeof value === 'boolean') return <span className="dg-text">{value ? 'yes' : 'no'}</span>;
      return <span className="dg-text">{formatOutput(value)}</span>;
    }
    case 'hits':
      return (
        <span className="dg-bar">
          <i style={{ width: `${Math.max(2, (hits / mostHits) * 56)}px` }} />
          {hits.toLocaleString('en')}
        </span>
      );
    case 'reason':
      return <span className="dg-text dg-note">{row.reason}</span>;
    case 'source':
      return <span className="dg-text dg-note">{row.source}</span>;
    case 'annotation':
      return <span className="dg-text dg-note">{row.annotations?.[column.annotation.id]}</span>;
    case 'validFrom':
    case 'validUntil':
      return <span className="dg-text dg-day">{row[column.kind]}</span>;
  }
}

function AnyMark() {
  return (
    <span className="dg-any">
      <span aria-hidden="true">–</span>
      <span className="st-visually-hidden">anything</span>
    </span>
  );
}

function isLevel(value: unknown): value is RiskLevel {
  return riskLevels.some((level) => level === value);
}
