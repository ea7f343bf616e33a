import { stepType, type Step } from '../../../../engine/index.ts';
import { Tabs, type TabItem } from '../../../ui/index.ts';
import { useDocument, useSession, useView } from '../store/session.ts';
import { useVisits } from '../simulate/use-trace.ts';
import { LinksTab } from './LinksTab.tsx';
import { LastSimulationTab } from './LastSimulationTab.tsx';
import { SettingsTab } from './SettingsTab.tsx';
import { StepHeader } from './StepHeader.tsx';

/** One step: who it is, what it is set to, what it is linked to, what it did in the last simulation. */
export function StepInspector({ step }: { step: Step }) {
  const { view } = useSession();
  const chosen = useView((state) => state.inspectorTab);
  const linkCount = useDocument(
    (state) => state.journey.links.filter((link) => link.from.step === step.id || link.to.step === step.id).length,
  );
  const visits = useVisits(step.id);
  const tabs: TabItem[] = [
    { id: 'settings', label: 'Settings', content: <SettingsTab step={step} /> },
    { id: 'links', label: 'Links', count: linkCount, content: <LinksTab step={step} /> },
  ];
  if (visits.length > 0) {
    tabs.push({ id: 'simulation', label: 'Simulation', content: <LastSimulationTab step={step} visits={visits} /> });
  }
  const current = tabs.some((tab) => tab.id === chosen) ? chosen : 'settings';
  return (
    <>
      <StepHeader step={step} type={stepType(step)} />
      <Tabs
        label="About this step"
        tabs={tabs}
        value={current}
        onChange={(inspectorTab) => view.setState({ inspectorTab })}
        className="jn-inspector-tabs"
      />
    </>
  );
}
