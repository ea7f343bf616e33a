import type { DecisionTable, TableSource } from '../../../../engine/index.ts';
import { Callout } from '../../../ui/index.ts';

/** What a table takes for granted, with who answers for it, and what its rows rest on. */
export function TableGrounds({ table }: { table: DecisionTable }) {
  const { assumptions = [], sources = [] } = table;
  return (
    <>
      {assumptions.length > 0 && (
        <section>
          <h2>Takes for granted</h2>
          {assumptions.map((assumption) => (
            <Callout key={assumption.id}>
              <p>{assumption.text}</p>
              <p className="jn-quiet">{`${assumption.owner}, look again by ${assumption.reviewBy}`}</p>
            </Callout>
          ))}
        </section>
      )}
      {sources.length > 0 && (
        <section>
          <h2>Rests on</h2>
          <ul className="jn-sources">
            {sources.map((source) => (
              <li key={source.id}>
                <SourceTitle source={source} />
                {source.section !== undefined && <small> {source.section}</small>}
                <small className="jn-quiet"> {rowsOf(table, source.id)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Only addresses of the web become links: a table may come from anywhere. */
function SourceTitle({ source }: { source: TableSource }) {
  if (source.url === undefined || !/^https?:\/\//.test(source.url)) return <span>{source.title}</span>;
  return (
    <a href={source.url} target="_blank" rel="noreferrer">
      {source.title}
    </a>
  );
}

/** "rows 1, 3": the rows that name a source. */
function rowsOf(table: DecisionTable, source: string): string {
  const rows = table.rows.flatMap((row, index) => (row.source === source ? [index + 1] : []));
  return rows.length === 0 ? 'no row' : `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}`;
}
