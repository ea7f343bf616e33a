import { Skeleton, Table, VisuallyHidden } from '../../ui/index.ts';

const widths = [168, 124, 208, 146, 182];

/** The list before it came: rows of the same height, so that nothing jumps. */
export function JourneySkeleton() {
  return (
    <div aria-busy="true">
      <div role="status">
        <VisuallyHidden>Loading the journeys</VisuallyHidden>
      </div>
      <div aria-hidden="true">
        <Table label="Loading" cards className="jl-table">
          <thead>
            <tr>
              <th>Name</th>
              <th className="st-num">Steps</th>
              <th>Last change</th>
              <th>In n8n</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {widths.map((width) => (
              <tr key={width} className="jl-row">
                <td className="jl-name">
                  <Skeleton width={width} />
                </td>
                <td className="jl-steps st-num">
                  <Skeleton width={20} />
                </td>
                <td className="jl-change">
                  <Skeleton width={150} />
                </td>
                <td className="jl-state">
                  <Skeleton width={96} height={24} round />
                </td>
                <td className="jl-menu" />
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  );
}
