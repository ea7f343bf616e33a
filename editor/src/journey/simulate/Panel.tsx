import { IconButton, Tabs, type TabItem } from '../../../ui/index.ts';
import { useAllProblems } from '../table/use-all-problems.ts';
import { useDocument, useSession, useView } from '../store/session.ts';
import type { PanelTab } from '../store/view-store.ts';
import { PanelHandle } from './PanelHandle.tsx';
import { ProblemsTab } from './ProblemsTab.tsx';
import { SimulationTab } from './SimulationTab.tsx';
import { TablesTab } from './TablesTab.tsx';

/** The panel under the canvas: what customers would do, what is wrong, the tables. */
export function Panel() {
  const { view } = useSession();
  const tab = useView((state) => state.panel);
  const heightPx = useView((state) => state.panelHeightPx);
  const problems = useAllProblems();
  const tableCount = useDocument((state) => Object.keys(state.journey.tables).length);
  if (tab === null) return null;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const tabs: TabItem<PanelTab>[] = [
    { id: 'simulation', label: 'Simulation', content: <SimulationTab /> },
    {
      id: 'problems',
      label: 'Problems',
      ...(problems.length === 0
        ? {}
        : { count: problems.length, tone: errors > 0 ? ('bad' as const) : ('warn' as const) }),
      content: <ProblemsTab />,
    },
    { id: 'tables', label: 'Tables', count: tableCount, content: <TablesTab /> },
  ];
  return (
    <section className="jn-panel" style={{ height: heightPx }} aria-label="Simulation and problems">
      <PanelHandle />
      <Tabs
        label="Simulation and problems"
        tabs={tabs}
        value={tab}
        onChange={(panel) => view.setState({ panel })}
        aside={<IconButton icon="x" label="Close the panel" size="s" onClick={() => view.setState({ panel: null })} />}
      />
    </section>
  );
}
