import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { cx, IconButton } from '../../../ui/index.ts';
import { useLinkCount, useLinkTrace } from '../simulate/use-trace.ts';
import { useSession, useView } from '../store/session.ts';
import type { LinkFlowEdge } from './flow-model.ts';

/** A link, as wide as its share of the simulated customers, with their number on it. */
export const LinkLine = memo(function LinkLine(props: EdgeProps<LinkFlowEdge>) {
  const { id, selected } = props;
  const count = useLinkCount(id);
  const trace = useLinkTrace(id);
  const hovered = useView((state) => state.hoveredLink === id);
  const [path, labelX, labelY] = linkPath(props);
  const share = count?.share ?? 0;
  // Outputs with words carry the number themselves: there it never runs into a neighbour's.
  const isToldAtPort = props.data?.isToldAtPort === true;
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={18}
        className={cx(
          'jn-link',
          selected && 'is-selected',
          count !== null && count.customers === 0 && 'is-idle',
          count !== null && count.customers > 0 && (share > 0.3 ? 'is-hot' : 'is-warm'),
          trace === 'on' && 'is-on',
          trace === 'off' && 'is-off',
        )}
        style={{ strokeWidth: trace === 'on' ? 3.2 : 1.8 + 2 * share }}
      />
      {((count !== null && !isToldAtPort) || hovered || selected) && (
        <EdgeLabelRenderer>
          <div
            className={cx('jn-link-label nodrag nopan', trace === 'off' && 'is-off')}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
          >
            {count !== null && !isToldAtPort && (
              <span className="jn-count">
                <b>{count.customers.toLocaleString('en')}</b>
                {count.customers > 0 && share < 1 && hasRoom(props) && <span>{percent(share)}</span>}
              </span>
            )}
            {(hovered || selected) && <LinkTools link={id} />}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

function LinkTools({ link }: { link: string }) {
  const { view, edits } = useSession();
  const keep = () => view.setState({ hoveredLink: link });
  return (
    <span className="jn-link-tools" onMouseEnter={keep} onMouseLeave={() => view.setState({ hoveredLink: null })}>
      <IconButton
        icon="plus"
        label="Insert a step on this link"
        size="s"
        variant="secondary"
        tabIndex={-1}
        onClick={() => view.setState({ palette: { link }, hoveredLink: null })}
      />
      <IconButton
        icon="trash-2"
        label="Remove this link"
        size="s"
        variant="secondary"
        tabIndex={-1}
        onClick={() => {
          edits.remove([], [link]);
          view.setState({ hoveredLink: null });
        }}
      />
    </span>
  );
}

/** Forward links are curves; a link that goes back runs around its steps with right angles, so that loops show. */
function linkPath(props: EdgeProps<LinkFlowEdge>): [path: string, labelX: number, labelY: number] {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const goesBack = sourcePosition === 'right' && targetPosition === 'left' && targetX < sourceX - 16;
  const [path, labelX, labelY] = goesBack
    ? getSmoothStepPath({ ...ends, borderRadius: 12, offset: 28 })
    : getBezierPath({ ...ends, curvature: 0.32 });
  return [path, labelX, labelY];
}

/** On a short link the number alone has room between the steps. */
function hasRoom({ sourceX, targetX, sourceY, targetY }: EdgeProps<LinkFlowEdge>): boolean {
  return Math.hypot(targetX - sourceX, targetY - sourceY) > 96;
}

function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 1 ? '< 1 %' : value > 99 && value < 100 ? '> 99 %' : `${Math.round(value)} %`;
}
