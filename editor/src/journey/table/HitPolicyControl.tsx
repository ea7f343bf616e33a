import type { DecisionTable } from '../../../../engine/index.ts';
import { Chip, Select } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { policyChoices, policyLack, policyOf } from './hit-policies.ts';

const options = policyChoices.map(({ key, title, sentence, dmn }) => ({
  value: key,
  label: title,
  detail: sentence,
  aside: <span className="jn-dmn">{dmn}</span>,
}));

/** Chooses what counts when rows match, and says in one sentence what is chosen. */
export function HitPolicyControl({ table, tableKey }: { table: DecisionTable; tableKey: string }) {
  const { tableEdits } = useSession();
  const chosen = policyOf(table);
  const lack = policyLack(table);
  return (
    <>
      <span className="jn-policy">
        <span aria-hidden="true">When rows match</span>
        <Select
          size="s"
          aria-label="Hit policy: what counts when rows match"
          value={chosen.key}
          options={options}
          onChange={(key) => {
            const next = policyChoices.find((entry) => entry.key === key);
            if (next !== undefined && next !== chosen) tableEdits.setHitPolicy(tableKey, next);
          }}
        />
      </span>
      {lack === null ? (
        <span className="jn-policy-words" title={chosen.sentence}>
          {chosen.sentence}
        </span>
      ) : (
        <span className="jn-policy-words" role="status">
          <Chip tone="warn" icon="triangle-alert">
            {lack}
          </Chip>
        </span>
      )}
    </>
  );
}
