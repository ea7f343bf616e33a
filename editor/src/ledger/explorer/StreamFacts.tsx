import type { SigningKey, StreamSummary } from '../../../../engine/index.ts';
import { Button, RelativeTime, toast } from '../../../ui/index.ts';
import { asApiError } from '../../app/api-error.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { saveFile } from '../../app/save-file.ts';
import { keyWords } from '../key-words.ts';

/** What a stream holds and how it is sealed: entries, the newest checkpoint to keep, the key that signs. */
export function StreamFacts({ summary, keys }: { summary: StreamSummary; keys: readonly SigningKey[] | null }) {
  const { stream, size, lastRecordedAt, checkpoint } = summary;
  const key = keys?.find(({ retiredAt }) => retiredAt === null);
  const keep = async () => {
    try {
      const newest = await ledgerApi.newestCheckpoint(stream);
      saveFile(`${stream}-${newest.size}.checkpoint.json`, `${JSON.stringify(newest, null, 2)}\n`);
      toast({
        tone: 'good',
        title: `Checkpoint of ${newest.size.toLocaleString()} entries saved`,
        detail: 'Keep it away from this server: it proves later that nothing before it was changed or taken away.',
      });
    } catch (thrown) {
      const { message, advice } = asApiError(thrown);
      toast({ tone: 'bad', title: 'No checkpoint was made', detail: `${message} ${advice}` });
    }
  };
  return (
    <section className="lg-facts" aria-label="The stream">
      <dl>
        <div>
          <dt>Entries</dt>
          <dd className="st-num">{size.toLocaleString()}</dd>
        </div>
        <div>
          <dt>Last recorded</dt>
          <dd>{lastRecordedAt === null ? 'Nothing yet' : <RelativeTime iso={lastRecordedAt} />}</dd>
        </div>
        <div>
          <dt>Newest checkpoint</dt>
          <dd>
            {checkpoint === null ? (
              'None yet'
            ) : (
              <>
                {checkpoint.size === size ? 'All entries' : `${checkpoint.size.toLocaleString()} entries`},{' '}
                <RelativeTime iso={checkpoint.at} />
              </>
            )}
          </dd>
        </div>
        {key && (
          <div>
            <dt>Signing key</dt>
            <dd className="st-mono" title={`Key ${key.id}, ${key.publicKey}`}>
              {keyWords(key.id)}
            </dd>
          </div>
        )}
      </dl>
      <Button size="s" icon="download" className="lg-facts-action" onClick={() => void keep()}>
        Keep a checkpoint
      </Button>
    </section>
  );
}
