import { Link } from 'wouter';
import type { EntryDetail } from '../../../../engine/index.ts';
import { Icon } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { shortRef } from '../short-ref.ts';

/** The entry between its neighbours: each carries the hash of the one before. */
export function Chain({ detail: { entry, hash, previous, next } }: { detail: EntryDetail }) {
  const { stream, sequence } = entry;
  return (
    <ol className="en-chain" aria-label="The chain">
      <li>
        {previous === null ? (
          <span className="en-link en-link-end">The beginning</span>
        ) : (
          <Link href={paths.entry(stream, previous)} className="en-link">
            <span>Entry {previous.toLocaleString()}</span>
            <span className="st-mono" title={entry.previous}>
              {shortRef(entry.previous, 12)}
            </span>
          </Link>
        )}
        <Icon name="link" size={14} />
      </li>
      <li aria-current="true">
        <span className="en-link en-link-this">
          <span>Entry {sequence.toLocaleString()}, this one</span>
          <span className="st-mono" title={hash}>
            {shortRef(hash, 12)}
          </span>
        </span>
        <Icon name="link" size={14} />
      </li>
      <li>
        {next === null ? (
          <span className="en-link en-link-end">The newest so far</span>
        ) : (
          <Link href={paths.entry(stream, next)} className="en-link">
            <span>Entry {next.toLocaleString()}</span>
            <span className="st-mono">carries {shortRef(hash, 8)}</span>
          </Link>
        )}
      </li>
    </ol>
  );
}
