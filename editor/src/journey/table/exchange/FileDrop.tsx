import { useRef, useState, type DragEvent } from 'react';
import { Button, cx } from '../../../../ui/index.ts';
import { readableEndings } from './read-table-file.ts';

/** Takes a file, chosen or dropped. */
export function FileDrop({
  busy,
  fileName,
  onFile,
}: {
  busy: boolean;
  fileName: string;
  onFile(file: File | undefined): void;
}) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={cx('jn-drop', over && 'is-over')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Button icon="file-up" busy={busy} onClick={() => input.current?.click()}>
        {fileName === '' ? 'Choose a file' : 'Choose another file'}
      </Button>
      <span className="jn-quiet">{fileName === '' ? 'or drop it here' : fileName}</span>
      <input
        ref={input}
        type="file"
        aria-label="File with a table"
        accept={readableEndings.join(',')}
        hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
