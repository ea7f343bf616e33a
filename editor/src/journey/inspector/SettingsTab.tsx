import { useState } from 'react';
import { stepType, type JsonObject, type Step } from '../../../../engine/index.ts';
import { Callout, Switch } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { useStepProblems } from '../store/derived.ts';
import { ParameterForm } from './ParameterForm.tsx';

/** The step's parameters, drawn from its type's schema, and what is wrong with them. */
export function SettingsTab({ step }: { step: Step }) {
  const { edits } = useSession();
  const type = stepType(step);
  const schema = type.parametersSchema;
  const change = (parameters: JsonObject, field: string) => edits.setParameters(step.id, parameters, field);
  return (
    <div className="jn-settings">
      <Help text={type.help} />
      <StepProblems step={step.id} />
      <ParameterForm
        properties={schema.properties}
        required={schema.required ?? []}
        values={step.parameters}
        path={['parameters']}
        onChange={change}
      />
      <Switch
        label="Switched on"
        hint="A step that is switched off lets customers pass to its first output, as in n8n."
        checked={step.disabled !== true}
        onChange={() => edits.toggleSteps([step.id])}
      />
    </div>
  );
}

/** One line of help, the rest on demand: people who know the step need the room for its settings. */
function Help({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const [first = ''] = text.match(/^.*?[.!?](?=\s|$)/) ?? [text];
  const rest = text.slice(first.length).trim();
  return (
    <p className="jn-help">
      {open ? text : first}{' '}
      {rest !== '' && (
        <button type="button" className="jn-text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Less' : 'More'}
        </button>
      )}
    </p>
  );
}

/** Problems whose place is not one control: those stand at their control. */
function StepProblems({ step }: { step: string }) {
  const problems = useStepProblems(step).filter((problem) => problem.path[0] !== 'parameters');
  return (['error', 'warning'] as const).map((severity) => {
    const some = problems.filter((problem) => problem.severity === severity);
    if (some.length === 0) return null;
    return (
      <Callout
        key={severity}
        tone={severity === 'error' ? 'bad' : 'warn'}
        title={severity === 'error' ? 'To be solved' : 'To be looked at'}
      >
        <ul className="jn-problem-list">
          {some.map((problem) => (
            <li key={problem.key}>{problem.message}</li>
          ))}
        </ul>
      </Callout>
    );
  });
}
