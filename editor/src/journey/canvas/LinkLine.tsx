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
  const isToldAtPort = (props.data?.leadPx ?? 0) > 0;
  const isShort = !hasRoom(props);
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
        style={{ strokeWidth: trace === 'on' ? 3.2 : 1.7 + 2.8 * share }}
      />
      {((count !== null && !isToldAtPort) || hovered || selected) && (
        <EdgeLabelRenderer>
          <div
            className={cx('jn-link-label nodrag nopan', trace === 'off' && 'is-off')}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
          >
            {count !== null && !isToldAtPort && (
              <span
                className={isShort ? 'jn-count-over' : 'jn-count'}
                style={isShort ? { transform: `translateY(${-overPx(props)}px)` } : undefined}
              >
                <b>{count.customers.toLocaleString('en')}</b>
                {count.customers > 0 && share < 1 && !isShort && <span>{percent(share)}</span>}
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
  const wordsPx = props.data?.leadPx ?? 0;
  if (goesBack) {
    const [path, labelX, labelY] = getSmoothStepPath({ ...ends, borderRadius: 12, offset: Math.max(28, wordsPx) });
    return [path, labelX, labelY];
  }
  // Straight under the words of its output, then the curve: two links of one step never run through each other's words.
  const lead = Math.max(0, Math.min(wordsPx, targetX - sourceX - leastCurvePx));
  const [curve, labelX, labelY] = getBezierPath({ ...ends, sourceX: sourceX + lead, curvature: 0.32 });
  return [lead === 0 ? curve : `M${sourceX},${sourceY} L${curve.slice(1)}`, labelX, labelY];
}

/** Where the steps stand close, the curve still needs this much. */
const leastCurvePx = 32;

/** On a short link there is no room for the number on the line: it would hide it. */
function hasRoom({ sourceX, targetX, sourceY, targetY }: EdgeProps<LinkFlowEdge>): boolean {
  return Math.hypot(targetX - sourceX, targetY - sourceY) > 112;
}

/** How far over a short link its number stands: clear of the line, also where it climbs. */
function overPx({ sourceY, targetY }: EdgeProps<LinkFlowEdge>): number {
  return 11 + Math.min(10, Math.abs(targetY - sourceY) / 3);
}

function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 1 ? '< 1 %' : value > 99 && value < 100 ? '> 99 %' : `${Math.round(value)} %`;
}
