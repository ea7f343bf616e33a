import type { Decision, DecisionTable } from '../../../../engine/index.ts';

/** Why, in the words of the rows that decided, each with what it rests on. */
export function Reasons({ decision: { reasons }, table }: { decision: Decision; table: DecisionTable | undefined }) {
  if (reasons.length === 0) return <p className="lg-quiet">The row names no reason.</p>;
  return (
    <ul className="en-reasons">
      {reasons.map(({ row, text, source }) => {
        const url = sourceUrl(table, row);
        return (
          <li key={row}>
            <p>{text}</p>
            {source !== undefined && (
              <p className="lg-quiet">
                {'Source: '}
                {url === undefined ? (
                  source
                ) : (
                  <a href={url} target="_blank" rel="noreferrer">
                    {source}
                  </a>
                )}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Where a row's source can be read; only an address of the web is made a link. */
function sourceUrl(table: DecisionTable | undefined, rowId: string): string | undefined {
  const source = table?.rows.find(({ id }) => id === rowId)?.source;
  const url = table?.sources?.find(({ id }) => id === source)?.url;
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}
