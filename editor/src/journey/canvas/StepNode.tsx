import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, type CSSProperties } from 'react';
import { stepType } from '../../../../engine/index.ts';
import { cx, FamilyTile } from '../../../ui/index.ts';
import { useProblemCounts, useStepContext } from '../store/derived.ts';
import { useSession, useView } from '../store/session.ts';
import { useStepTrace } from '../simulate/use-trace.ts';
import { useDistance } from './distance.ts';
import type { StepFlowNode } from './flow-model.ts';
import { PortLabel } from './PortLabel.tsx';
import { RenameField } from './RenameField.tsx';
import { hasWords, type DrawnPort } from './step-box.ts';

/** One step. From far away it is a tinted box: its ports alone would be half of the work of drawing a large journey. */
export const StepNode = memo(function StepNode(props: NodeProps<StepFlowNode>) {
  const isFar = useDistance() !== 'near';
  return isFar ? <FarStep {...props} /> : <StepCard {...props} />;
});

/** What is left of a step from far away: its place, its family, and whether something is wrong. */
function FarStep({ id, data: { step, box }, selected }: NodeProps<StepFlowNode>) {
  const type = stepType(step);
  const { errors } = useProblemCounts(id);
  const trace = useStepTrace(id);
  return (
    <div
      className={cx(
        'jn-step',
        `st-f-${type.family}`,
        selected && 'is-selected',
        errors > 0 && 'is-bad',
        step.disabled && 'is-disabled',
        trace === 'off' && 'is-off',
        trace === 'on' && 'is-on',
      )}
      style={{ height: box.heightPx }}
    >
      {useDistance() === 'far' && <FamilyTile family={type.family} icon={type.icon} />}
    </div>
  );
}

/** One step as a card: its family's tile, name, what it is set to, ports, and what is wrong with it. */
function StepCard({ id, data: { step, box }, selected }: NodeProps<StepFlowNode>) {
  const { view } = useSession();
  const type = stepType(step);
  const context = useStepContext();
  const problems = useProblemCounts(id);
  const renaming = useView((state) => state.renaming === id);
  const trace = useStepTrace(id);
  const total = problems.errors + problems.warnings;
  return (
    <div
      className={cx(
        'jn-step',
        `st-f-${type.family}`,
        selected && 'is-selected',
        problems.errors > 0 && 'is-bad',
        step.disabled && 'is-disabled',
        trace === 'off' && 'is-off',
        trace === 'on' && 'is-on',
      )}
      style={{ height: box.heightPx }}
    >
      {box.ports.inputs.map((port) => (
        <Handle
          key={port.id}
          id={port.id}
          type="target"
          position={sides[port.side]}
          className={cx('jn-in', port.side === 'bottom' && 'jn-port-side')}
          style={placed(port)}
          aria-hidden="true"
        />
      ))}
      <FamilyTile family={type.family} icon={type.icon} />
      <div className="jn-step-words">
        {renaming ? (
          <RenameField step={step} />
        ) : (
          <div
            className="jn-step-name"
            onDoubleClick={(event) => {
              event.stopPropagation();
              view.setState({ renaming: id });
            }}
          >
            {step.name}
          </div>
        )}
        <p className="jn-step-line">{step.disabled ? 'Switched off' : type.describe(step, context)}</p>
      </div>
      {total > 0 && (
        <span className={cx('jn-badge', problems.errors > 0 ? 'is-bad' : 'is-warn')} aria-hidden="true">
          {total}
        </span>
      )}
      {box.ports.outputs.map((port) => (
        <Handle
          key={port.id}
          id={port.id}
          type="source"
          position={sides[port.side]}
          className={cx('jn-out', port.side === 'top' && 'jn-port-side')}
          style={placed(port)}
          aria-hidden="true"
        >
          {hasWords(port, box) && <PortLabel step={id} port={port} />}
        </Handle>
      ))}
    </div>
  );
}

const sides = { left: Position.Left, right: Position.Right, top: Position.Top, bottom: Position.Bottom };

function placed(port: DrawnPort): CSSProperties {
  return port.side === 'left' || port.side === 'right' ? { top: port.offsetPx } : { left: port.offsetPx };
}
