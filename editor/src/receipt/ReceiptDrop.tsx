import { useRef, useState, type DragEvent } from 'react';
import { Button, cx, Field, Icon, TextArea } from '../../ui/index.ts';

interface ReceiptDropProps {
  onFile: (file: File) => void;
  onText: (text: string) => void;
}

/** Takes a receipt: dropped, chosen or pasted. */
export function ReceiptDrop({ onFile, onText }: ReceiptDropProps) {
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const dropped = event.dataTransfer.getData('text');
    if (file) onFile(file);
    else if (dropped) onText(dropped);
  };
  return (
    <>
      <div
        className={cx('rc-drop', over && 'rc-drop-over')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span className="rc-drop-icon">
          <Icon name="file-check" size={24} />
        </span>
        <p className="rc-drop-title">Drop the receipt here</p>
        <div className="rc-drop-actions">
          <Button variant="primary" icon="file-up" onClick={() => input.current?.click()}>
            Choose the file
          </Button>
          <Button aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            Paste its text
          </Button>
        </div>
        <p className="rc-quiet">A file whose name ends in .json, of some kilobytes</p>
        <input
          ref={input}
          type="file"
          aria-label="Receipt"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
      {pasting && (
        <form
          className="rc-paste"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') onText(text);
          }}
        >
          <Field label="The receipt’s text" hint="From the first brace to the last.">
            <TextArea value={text} onChange={setText} rows={6} mono autoFocus />
          </Field>
          <div>
            <Button type="submit" disabled={text.trim() === ''}>
              Verify
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
