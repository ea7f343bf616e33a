import { Chip, TopBar, useNarrow, type TopBarAction } from '../../../ui/index.ts';
import { href, paths } from '../../app/location.ts';
import { usePublish } from '../publish/use-publish.ts';
import { useAllProblems } from '../table/use-all-problems.ts';
import { useDocument, useSaveState, useSession, useView } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { JourneyTests } from './JourneyTests.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { TitleField } from './TitleField.tsx';
import { useHistoryActions } from './use-history-actions.ts';
import { useLocation } from 'wouter';

/** Over the canvas: the journey's name and state, and what can be done with it. */
export function JourneyBar() {
  const { view, edits, simulation, autosave } = useSession();
  const name = useDocument((state) => state.journey.name);
  const problems = useAllProblems();
  const publish = usePublish();
  const history = useHistoryActions();
  const simulating = useView((state) => state.panel === 'simulation');
  const [, navigate] = useLocation();
  const isNarrow = useNarrow();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const actions: TopBarAction[] = [
    ...history,
    {
      id: 'simulate',
      label: 'Simulate',
      icon: 'play',
      shortcut: 'Ctrl+Enter',
      onSelect: () => {
        if (simulating) view.setState({ panel: null });
        else {
          view.setState({ panel: 'simulation' });
          void simulation.getState().run();
        }
      },
    },
    { id: 'export', label: 'Export', icon: 'download', onSelect: () => view.setState({ dialog: 'export' }) },
    {
      id: 'publish',
      label: isNarrow ? 'Publish' : 'Publish to n8n',
      variant: 'primary',
      busy: publish.busy,
      disabledReason: publish.reason ?? undefined,
      onSelect: publish.start,
    },
    {
      id: 'tables',
      label: 'Decision tables',
      icon: 'table-2',
      place: 'menu',
      onSelect: () => view.setState({ panel: 'tables' }),
    },
    {
      id: 'facts',
      label: 'About this journey',
      icon: 'info',
      place: 'menu',
      onSelect: () =>
        view.setState({ inspectorOpen: true, factsAsked: true, selectedSteps: new Set(), selectedLinks: new Set() }),
    },
    {
      id: 'keys',
      label: 'Keys',
      icon: 'keyboard',
      shortcut: '?',
      place: 'menu',
      onSelect: () => view.setState({ dialog: 'keys' }),
    },
  ];
  return (
    <TopBar
      crumb={{
        label: 'Journeys',
        href: href(paths.journeys),
        onSelect: () => {
          void autosave.flush();
          navigate(paths.journeys);
        },
      }}
      title={<TitleField label="Name of the journey" value={name} onKeep={edits.renameJourney} />}
      chips={
        <>
          <PublishedChip />
          {problems.length > 0 && (
            <button type="button" className="jn-chip-button" onClick={() => view.setState({ panel: 'problems' })}>
              <Chip tone={errors > 0 ? 'bad' : 'warn'}>
                {errors > 0 ? counted(errors, 'problem') : counted(warnings, 'warning')}
              </Chip>
            </button>
          )}
          <JourneyTests />
        </>
      }
      status={<SaveStatus />}
      actions={actions}
    />
  );
}

/** Whether n8n runs this journey, and whether it runs what is on the screen. */
function PublishedChip() {
  const publication = useSaveState((state) => state.publication);
  const revision = useSaveState((state) => state.revision);
  const isSaved = useSaveState((state) => state.status.kind === 'saved');
  if (publication === null) return <Chip>Draft</Chip>;
  if (publication.revision === revision && isSaved) return <Chip tone="good">Published</Chip>;
  return <Chip title={`n8n runs revision ${publication.revision}`}>Changed since published</Chip>;
}
