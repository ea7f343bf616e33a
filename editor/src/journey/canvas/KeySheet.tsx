import { Dialog, Kbd } from '../../../ui/index.ts';
import { useSession, useView } from '../store/session.ts';
import { keySheet } from './key-map.ts';

/** The sheet of keys. */
export function KeySheet() {
  const { view } = useSession();
  const open = useView((state) => state.dialog === 'keys');
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => view.setState({ dialog: next ? 'keys' : null })}
      title="Keys"
      description="The same as in n8n’s editor, so that hands need not learn twice."
      size="l"
    >
      <div className="jn-keys">
        {keySheet.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map((entry) => (
                <div key={entry.keys}>
                  <dt>
                    <Kbd keys={entry.keys} />
                  </dt>
                  <dd>{entry.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
