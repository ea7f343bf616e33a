import { Button, EmptyState, FamilyTile, Icon } from '../../ui/index.ts';

const stations = [
  { family: 'start', icon: 'webhook', label: 'A customer asks' },
  { family: 'decide', icon: 'shield-alert', label: 'Rules weigh the risk' },
  { family: 'people', icon: 'user-check', label: 'A person, where it matters' },
  { family: 'contact', icon: 'reply', label: 'The customer is answered' },
] as const;

/** The list with nothing in it: what a journey is, and the two ways to the first one. */
export function FirstJourney({ onNew, onImport }: { onNew: () => void; onImport: () => void }) {
  return (
    <div className="jl-first">
      <ol className="jl-stations">
        {stations.map(({ family, icon, label }, index) => (
          <li key={label}>
            {index > 0 && <Icon name="arrow-right" size={15} className="jl-stations-arrow" />}
            <span>
              <FamilyTile family={family} icon={icon} />
              {label}
            </span>
          </li>
        ))}
      </ol>
      <EmptyState
        icon="route"
        title="Draw the first journey"
        actions={
          <>
            <Button variant="primary" icon="plus" onClick={onNew}>
              New journey
            </Button>
            <Button icon="file-down" onClick={onImport}>
              Import
            </Button>
          </>
        }
      >
        A journey says what happens between a customer’s request and the answer. Draw it, try it on sample customers,
        then publish it to n8n, where it runs.
      </EmptyState>
    </div>
  );
}
