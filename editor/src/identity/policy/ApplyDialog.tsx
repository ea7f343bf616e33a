import { useState } from 'react';
import { RadioGroup } from 'radix-ui';
import type { PolicyChange, PolicySimulation } from '../../../../engine/index.ts';
import { counted } from '../parts/counted.ts';
import { StewardDialog } from '../parts/StewardDialog.tsx';

type Apply = PolicyChange['apply'];

interface ApplyDialogProps {
  onClose: () => void;
  /** What the draft changes, a sentence each. */
  changes: readonly string[];
  /** Null: only survivorship changes, which splits and joins nothing. */
  simulation: PolicySimulation | null;
  onApply: (apply: Apply, reason: string) => Promise<void>;
}

/** Says once more what changes, asks for which records and why, and applies it. */
export function ApplyDialog({ onClose, changes, simulation, onApply }: ApplyDialogProps) {
  const [apply, setApply] = useState<Apply>('from-now');
  const moves = simulation ? simulation.wouldSplit.count + simulation.wouldJoin.count : 0;
  return (
    <StewardDialog
      onClose={onClose}
      title="Apply the changed rule"
      description="That you changed it, and to which version, stands in the ledger afterwards."
      confirm={{ label: 'Apply', icon: 'check' }}
      failed="The rule was not changed"
      hint="It is kept with your name among the earlier rules."
      placeholder="Two wrong joins last week, decided with customer service"
      onConfirm={(reason) => onApply(apply, reason)}
    >
      <ul className="id-changes">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <RadioGroup.Root
        className="id-radios"
        aria-label="For which records"
        value={apply}
        onValueChange={(value) => setApply(value as Apply)}
      >
        <Choice
          value="from-now"
          label="For records that come from now on"
          hint="Profiles that exist stay as they are."
        />
        <Choice
          value="to-existing"
          label="Also for profiles that exist"
          hint={
            moves === 0
              ? 'None would split or be joined.'
              : `${counted(simulation?.wouldSplit.count ?? 0, 'profile')} would split, ${counted(simulation?.wouldJoin.count ?? 0, 'profile')} would be joined. Each can be undone.`
          }
        />
      </RadioGroup.Root>
    </StewardDialog>
  );
}

function Choice({ value, label, hint }: { value: Apply; label: string; hint: string }) {
  const id = `id-apply-${value}`;
  return (
    <div className="id-radio">
      <RadioGroup.Item id={id} value={value} className="id-radio-sign" aria-describedby={`${id}-hint`}>
        <RadioGroup.Indicator className="id-radio-dot" />
      </RadioGroup.Item>
      <span className="st-toggle-words">
        <label htmlFor={id}>{label}</label>
        <small id={`${id}-hint`}>{hint}</small>
      </span>
    </div>
  );
}
