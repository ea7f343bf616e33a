import { useState, type ReactNode } from 'react';
import { cx, toast } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { readSamples } from './read-samples.ts';

/** Takes a file of customers that is dropped on it. */
export function SampleDrop({ children }: { children: ReactNode }) {
  const { simulation } = useSession();
  const [over, setOver] = useState(false);
  const take = async (file: File) => {
    const read = readSamples(await file.text());
    if (!read.ok) {
      toast({ tone: 'warn', title: `${file.name} was not taken`, detail: read.message });
      return;
    }
    const name = file.name.replace(/\.[^.]+$/, '');
    void simulation.getState().setSamples({ name, customers: read.customers });
  };
  return (
    <div
      className={cx('jn-drop', over && 'is-over')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (file === undefined) return;
        event.preventDefault();
        setOver(false);
        void take(file);
      }}
    >
      {children}
    </div>
  );
}
