import type { ApiKey } from '../../../engine/index.ts';
import { Button, Chip, RelativeTime, VisuallyHidden } from '../../ui/index.ts';
import { scopeWords } from '../app/role-words.ts';
import { Moment } from '../ledger/Moment.tsx';
import { keyState } from './key-state.ts';
import { SettingsTable } from './SettingsTable.tsx';

const columns = ['Name', 'May', 'State', 'Last used'];

/** All keys, the newest first; one that works no more stays, since entries of the ledger name it. */
export function KeyTable({ keys, onRevoke }: { keys: readonly ApiKey[]; onRevoke: (key: ApiKey) => void }) {
  return (
    <SettingsTable label="API keys" columns={columns}>
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} onRevoke={onRevoke} />
      ))}
    </SettingsTable>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: (key: ApiKey) => void }) {
  const { id, name, scopes, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt } = apiKey;
  const state = keyState(apiKey, Date.now());
  return (
    <tr className={state.works ? undefined : 'se-over'}>
      <th scope="row" className="se-name">
        {name}
        <small>
          <span className="st-mono">{`stw_${id}_…`}</span>
          {', made '}
          <RelativeTime iso={createdAt} />
          {` by ${createdBy}`}
        </small>
      </th>
      <td>
        <ul className="se-words">
          {scopes.map((scope) => (
            <li key={scope}>{scopeWords[scope].title}</li>
          ))}
        </ul>
      </td>
      <td className="se-state">
        <Chip tone={state.tone}>{state.label}</Chip>
        {revokedAt !== null ? (
          <small>
            <Moment iso={revokedAt} form="day" />
          </small>
        ) : (
          expiresAt !== null && (
            <small>
              {'until '}
              <Moment iso={expiresAt} form="day" />
            </small>
          )
        )}
      </td>
      <td className="se-used">
        <span className="se-label">Last used: </span>
        {lastUsedAt === null ? 'never' : <RelativeTime iso={lastUsedAt} />}
      </td>
      <td className="se-act">
        {state.works && (
          <Button size="s" onClick={() => onRevoke(apiKey)}>
            Revoke
            <VisuallyHidden>{` ${name}`}</VisuallyHidden>
          </Button>
        )}
      </td>
    </tr>
  );
}
