import { useState } from 'react';
import { stepType, type LinkEnd, type Step } from '../../../../engine/index.ts';
import { Button, Dialog, FamilyTile, Field, Select, TextInput } from '../../../ui/index.ts';
import { useDocument, useSession, useView } from '../store/session.ts';
import { announce } from '../store/view-store.ts';
import { counted, endWords } from '../store/words.ts';
import { focusStep } from './reveal.ts';
import { stepBox } from './step-box.ts';
import { usedPorts } from './flow-model.ts';

/** Connects a step without a pointer: choose the output, then the step that follows. */
export function ConnectDialog() {
  const { view } = useSession();
  const from = useView((state) => state.connectFrom);
  const step = useDocument((state) => state.journey.steps.find((entry) => entry.id === from));
  if (step === undefined) return null;
  const close = () => {
    view.setState({ connectFrom: null });
    focusStep(step.id);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={`Connect ${step.name}`} size="s">
      <ConnectForm step={step} onDone={close} />
    </Dialog>
  );
}

function ConnectForm({ step, onDone }: { step: Step; onDone(): void }) {
  const { edits, view } = useSession();
  const journey = useDocument((state) => state.journey);
  const used = usedPorts(journey.links);
  const noPorts = { inputs: [], outputs: [] };
  const { outputs } = stepBox(step, used.get(step.id) ?? noPorts).ports;
  const [port, setPort] = useState(edits.freeOutput(step.id)?.port ?? outputs[0]?.id ?? '');
  const [query, setQuery] = useState('');
  const from = { step: step.id, port };
  const targets = journey.steps.flatMap((target) =>
    stepBox(target, used.get(target.id) ?? noPorts)
      .ports.inputs.map((input) => ({ step: target, input, end: { step: target.id, port: input.id } }))
      .filter(({ end }) => edits.mayConnect(from, end)),
  );
  const found = targets.filter((target) => target.step.name.toLowerCase().includes(query.trim().toLowerCase()));
  const connect = (end: LinkEnd) => {
    edits.connect(from, end);
    announce(view, `Connected ${endWords(from, journey.steps)} to ${endWords({ ...end, port: '' }, journey.steps)}`);
    onDone();
  };

  if (outputs.length === 0) return <p>{step.name} has no output to connect.</p>;
  return (
    <div className="jn-connect">
      {outputs.length > 1 && (
        <Field label="Output">
          <Select
            value={port}
            onChange={setPort}
            options={outputs.map((output) => ({ value: output.id, label: output.label || output.id }))}
          />
        </Field>
      )}
      <Field label="Leads to" hint={`${counted(found.length, 'step')} can follow`}>
        <TextInput value={query} onChange={setQuery} icon="search" placeholder="Search steps" />
      </Field>
      <ul className="jn-connect-list" aria-label="Steps that can follow">
        {found.map(({ step: target, input, end }) => (
          <li key={`${end.step} ${end.port}`}>
            <Button variant="quiet" onClick={() => connect(end)}>
              <FamilyTile family={stepType(target).family} icon={stepType(target).icon} size="s" />
              {target.name}
              {input.label === '' ? '' : ` (${input.label})`}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
