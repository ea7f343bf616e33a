import { stepType, type Link, type Step } from '../../../../engine/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { useReveal } from '../canvas/reveal.ts';
import { usedPorts } from '../canvas/flow-model.ts';
import { stepBox } from '../canvas/step-box.ts';
import { useDocument, useSession } from '../store/session.ts';
import { endWords, outputLabel } from '../store/words.ts';

/** The step's ports and what hangs on them: the canvas as a list. */
export function LinksTab({ step }: { step: Step }) {
  const { view } = useSession();
  const journey = useDocument((state) => state.journey);
  const { ports } = stepBox(step, usedPorts(journey.links).get(step.id) ?? { inputs: [], outputs: [] });
  const incoming = journey.links.filter((link) => link.to.step === step.id);
  const outgoing = (port: string) =>
    journey.links.filter((link) => link.from.step === step.id && link.from.port === port);
  return (
    <div className="jn-links">
      {ports.inputs.length > 0 && (
        <section>
          <h3>Comes from</h3>
          {incoming.length === 0 && <p className="jn-none">Nothing leads here: no customer ever reaches this step.</p>}
          <ul>
            {incoming.map((link) => (
              <LinkRow key={link.id} link={link} other={link.from.step} words={endWords(link.from, journey.steps)} />
            ))}
          </ul>
        </section>
      )}
      {ports.outputs.map((port) => (
        <section key={port.id}>
          <h3>{outputLabel(step, port.id) === '' ? 'Leads to' : `${outputLabel(step, port.id)} leads to`}</h3>
          {outgoing(port.id).length === 0 && <p className="jn-none">Nothing: customers stop here.</p>}
          <ul>
            {outgoing(port.id).map((link) => (
              <LinkRow
                key={link.id}
                link={link}
                other={link.to.step}
                words={endWords({ ...link.to, port: '' }, journey.steps)}
              />
            ))}
          </ul>
        </section>
      ))}
      {stepType(step).outputs(step).length > 0 && (
        <Button icon="link" size="s" onClick={() => view.setState({ connectFrom: step.id })}>
          Connect to a step
        </Button>
      )}
    </div>
  );
}

function LinkRow({ link, other, words }: { link: Link; other: string; words: string }) {
  const { edits, view } = useSession();
  const reveal = useReveal();
  return (
    <li className="jn-link-row">
      <button type="button" className="jn-text-button" onClick={() => reveal(other)}>
        {words}
      </button>
      <IconButton
        icon="plus"
        label={`Insert a step between here and ${words}`}
        size="s"
        onClick={() => view.setState({ palette: { link: link.id } })}
      />
      <IconButton
        icon="unlink"
        label={`Remove the link with ${words}`}
        size="s"
        onClick={() => edits.remove([], [link.id])}
      />
    </li>
  );
}
