import { lazy, Suspense, useEffect } from 'react';
import { cx, Loading, useMedia } from '../../../ui/index.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { KeySheet } from '../canvas/KeySheet.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { ExportDialog } from '../publish/ExportDialog.tsx';
import { PublishDialogs } from '../publish/PublishDialogs.tsx';
import { Panel } from '../simulate/Panel.tsx';
import { useDocument, useSession, useView } from '../store/session.ts';
import { hasInspector } from '../store/view-store.ts';
import { useOpenTableKey } from '../table/open-table.ts';
import { Announcements } from './Announcements.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { ElsewhereBanner } from './ElsewhereBanner.tsx';
import { JourneyBar } from './JourneyBar.tsx';
import { useKeepInTouch } from './use-keep-in-touch.ts';
import { useOpenedStep } from './use-opened-step.ts';
import { usePageKeys } from './use-page-keys.ts';

const TableView = lazy(() => import('../table/TableView.tsx').then((file) => ({ default: file.TableView })));
const PackDialog = lazy(() => import('../table/PackDialog.tsx').then((file) => ({ default: file.PackDialog })));

/** The opened journey: bar, canvas, inspector and panel, or one of its tables. */
export function JourneyScreen() {
  const { simulation } = useSession();
  const name = useDocument((state) => state.journey.name);
  const tableKey = useOpenTableKey();
  useOpenedStep();
  const hasPack = useView((state) => state.pack !== null);
  usePageTitle(name);
  usePageKeys();
  useKeepInTouch();
  useEffect(() => {
    void simulation.getState().loadSamples();
  }, [simulation]);
  return (
    <>
      {tableKey === null ? (
        <JourneyWorkspace />
      ) : (
        <Suspense fallback={<Loading label="Opening the table" />}>
          <TableView key={tableKey} tableKey={tableKey} />
        </Suspense>
      )}
      <Announcements />
      <KeySheet />
      <ExportDialog />
      <PublishDialogs />
      <ConflictDialog />
      {hasPack && (
        <Suspense fallback={null}>
          <PackDialog />
        </Suspense>
      )}
    </>
  );
}

function JourneyWorkspace() {
  // Beside the canvas there has to be room for at least two steps.
  const isNarrow = useMedia('(max-width: 860px)');
  const inspected = useView(hasInspector);
  return (
    <>
      <JourneyBar />
      <ElsewhereBanner />
      <div className={cx('jn-work', inspected && !isNarrow && 'has-inspector')}>
        <Canvas />
        <Panel />
        {inspected && <Inspector />}
      </div>
    </>
  );
}
