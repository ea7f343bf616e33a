import { Skeleton, Table, VisuallyHidden } from '../../../ui/index.ts';

const widths = [210, 168, 246, 190, 224, 152, 208];

/** The lines before they came: rows of the same height, so that nothing jumps. */
export function LineSkeleton() {
  return (
    <div aria-busy="true">
      <div role="status">
        <VisuallyHidden>Searching the ledger</VisuallyHidden>
      </div>
      <div aria-hidden="true">
        <Table label="Searching" cards className="lg-table">
          <tbody>
            {widths.map((width) => (
              <tr key={width} className="lg-row">
                <td className="lg-when">
                  <Skeleton width={110} />
                </td>
                <td className="lg-what">
                  <Skeleton width={width} />
                </td>
                <td className="lg-where">
                  <Skeleton width={96} />
                </td>
                <td className="lg-by">
                  <Skeleton width={120} />
                </td>
                <td className="lg-about">
                  <Skeleton width={80} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  );
}
