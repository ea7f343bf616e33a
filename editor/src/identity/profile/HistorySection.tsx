import { useState } from 'react';
import { Link } from 'wouter';
import type { ChangeAnswer, IdentityChange } from '../../../../engine/index.ts';
import { Button, Icon } from '../../../ui/index.ts';
import { identityApi } from '../../app/identity-api.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { Card } from '../parts/Card.tsx';
import { StewardDialog } from '../parts/StewardDialog.tsx';
import { changeInWords } from './change-words.ts';

interface HistorySectionProps {
  history: readonly IdentityChange[];
  mayChange: boolean;
  onUndone: (answer: ChangeAnswer) => void;
}

/** What happened to a profile, newest first; each change can be undone while nothing later rests on it. */
export function HistorySection({ history, mayChange, onUndone }: HistorySectionProps) {
  const [undoing, setUndoing] = useState<IdentityChange | null>(null);
  const newestFirst = [...history].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return (
    <Card title="History">
      <ol className="id-history">
        {newestFirst.map((change) => {
          const { icon, words } = changeInWords(change);
          return (
            <li key={change.id}>
              <span className="id-history-sign" aria-hidden="true">
                <Icon name={icon} size={14} />
              </span>
              <div>
                <p>{words}</p>
                {change.reason !== null && <p className="id-reason">“{change.reason}”</p>}
                <p className="id-quiet">
                  <Moment iso={change.at} />, {change.by.name}
                  {change.recorded && (
                    <>
                      {' · '}
                      <Link href={paths.entry(change.recorded.stream, change.recorded.sequence)}>in the ledger</Link>
                    </>
                  )}
                </p>
              </div>
              {change.undoable && mayChange && (
                <Button size="s" icon="undo-2" onClick={() => setUndoing(change)} aria-label={`Undo: ${words}`}>
                  Undo
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {undoing && (
        <StewardDialog
          onClose={() => setUndoing(null)}
          title="Undo this change?"
          description={`${changeInWords(undoing).words}. Afterwards all is as it was before.`}
          confirm={{ label: 'Undo', icon: 'undo-2' }}
          failed="The change was not undone"
          placeholder="Joined by mistake: father and son"
          onConfirm={async (reason) => onUndone(await identityApi.undo(undoing.id, reason))}
        />
      )}
    </Card>
  );
}
