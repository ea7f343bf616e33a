import { Button, ButtonLink, Field, IconButton, RelativeTime, TextArea } from '../../../ui/index.ts';
import { standalone } from '../../app/location.ts';
import { n8nWorkflowHref } from '../parts/n8n-links.ts';
import { useDocument, useSaveState, useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { useOpenTable } from '../table/open-table.ts';

/** With nothing selected: the journey as a whole. */
export function JourneyFacts() {
  const { edits, view, tableEdits } = useSession();
  const journey = useDocument((state) => state.journey);
  const publication = useSaveState((state) => state.publication);
  const revision = useSaveState((state) => state.revision);
  const open = useOpenTable();
  return (
    <div className="jn-facts">
      <header>
        <h2>{journey.name === '' ? 'This journey' : journey.name}</h2>
        <IconButton icon="x" label="Close" onClick={() => view.setState({ inspectorOpen: false, factsAsked: false })} />
      </header>
      <p className="jn-facts-line">
        {[counted(journey.steps.length, 'step'), counted(journey.links.length, 'link'), `revision ${revision}`].join(
          ' · ',
        )}
      </p>
      <Field label="What it is for" optional>
        <TextArea
          value={journey.description ?? ''}
          grow
          rows={3}
          placeholder="Who is it about, and what should come out?"
          onChange={(text) => edits.describeJourney(text)}
        />
      </Field>
      <section>
        <h3>Decision tables</h3>
        <ul>
          {Object.entries(journey.tables).map(([key, table]) => (
            <li key={key}>
              <Button variant="quiet" icon="table-2" onClick={() => open(key)}>
                {table.name}
              </Button>
              <small>{counted(table.rows.length, 'row')}</small>
            </li>
          ))}
        </ul>
        <Button
          size="s"
          icon="plus"
          onClick={() => {
            const key = tableEdits.addTable();
            if (key !== null) open(key);
          }}
        >
          New table
        </Button>
      </section>
      <section>
        <h3>In n8n</h3>
        {publication === null ? (
          <p className="jn-none">Not published yet.</p>
        ) : (
          <>
            <p>
              Revision {publication.revision} runs since <RelativeTime iso={publication.publishedAt} />, published by{' '}
              {publication.publishedBy}.
            </p>
            {!standalone && (
              <ButtonLink size="s" icon="external-link" href={n8nWorkflowHref(publication.workflowId)} target="_blank">
                Open the workflow
              </ButtonLink>
            )}
          </>
        )}
      </section>
    </div>
  );
}
