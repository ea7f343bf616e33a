import { useRef, useState } from 'react';
import type { ExportRequest } from '../../../../engine/index.ts';
import { Button, Callout, Checkbox, Dialog, Field, Segmented, TextArea, toast } from '../../../ui/index.ts';
import { asApiError, type ApiError } from '../../app/api-error.ts';
import { ledgerApi } from '../../app/ledger-api.ts';
import { saveBlob } from '../../app/save-file.ts';
import { useMay } from '../../app/session.ts';
import { ledgerSearchOf, setFilters, type LedgerFilters } from '../filters.ts';
import { isReason, reasonHint, reasonLimits } from '../reason.ts';

interface ExportDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  filters: LedgerFilters;
}

const formats = [
  { value: 'jsonl', label: 'JSON lines, verifiable' },
  { value: 'csv', label: 'CSV, for reading' },
] as const;

/** Takes the ledger out as a file: all of a stream, or what fits the filters; personal inputs only for a reason. */
export function ExportDialog({ open, onOpenChange, filters }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportRequest['format']>('jsonl');
  const [filtered, setFiltered] = useState(true);
  const [withInputs, setWithInputs] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const running = useRef<AbortController | null>(null);
  const mayOpen = useMay('ledger:inputs');
  const hasFilters = setFilters(filters).length > 0;
  const isFiltered = hasFilters && filtered;

  const save = async () => {
    setTried(true);
    if (busy || (withInputs && !isReason(reason))) return;
    const controller = (running.current = new AbortController());
    setBusy(true);
    setError(null);
    try {
      const { stream, ...filter } = ledgerSearchOf(filters);
      const answer = await ledgerApi.export(
        filters.stream,
        {
          format,
          ...(isFiltered && { filter }),
          ...(withInputs && { openInputs: { reason: reason.trim() } }),
        },
        controller.signal,
      );
      saveBlob(`steward-${stream ?? filters.stream}.${format}`, await answer.blob());
      toast({ tone: 'good', title: 'The export was saved', detail: 'That it was made stands in the audit stream.' });
      setReason('');
      setTried(false);
      onOpenChange(false);
    } catch (thrown) {
      if (!controller.signal.aborted) setError(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) running.current?.abort();
        onOpenChange(next);
      }}
      title="Export"
      description="The export, who made it and of what, is recorded in the audit stream."
      onSubmit={() => void save()}
      footer={
        <Button type="submit" variant="primary" icon="download" busy={busy}>
          Export
        </Button>
      }
    >
      <div className="lg-form">
        <Segmented label="Format" value={format} onChange={setFormat} options={formats} />
        <p className="lg-note">
          {format === 'jsonl'
            ? 'One entry a line with its hash, the checkpoints and the public keys. “steward ledger verify” checks the file without this server.'
            : 'One decision a row, for a spreadsheet. It cannot be verified.'}
        </p>
        {hasFilters && (
          <Checkbox
            checked={filtered}
            onChange={setFiltered}
            label="Only what fits the filters"
            hint={format === 'jsonl' ? 'A part of a stream cannot be verified as a chain.' : undefined}
          />
        )}
        {mayOpen && (
          <Checkbox
            checked={withInputs}
            onChange={setWithInputs}
            label="With the personal inputs, opened"
            hint="Those of erased people stay closed."
          />
        )}
        {withInputs && (
          <Field
            label="Why do you need them?"
            hint={reasonHint}
            error={tried && !isReason(reason) ? 'Say why, in at least three letters.' : undefined}
            required
          >
            <TextArea value={reason} onChange={setReason} rows={2} maxLength={reasonLimits.most} />
          </Field>
        )}
        {error && (
          <Callout live tone="bad" title="Nothing was exported">
            {error.message} {error.advice}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
