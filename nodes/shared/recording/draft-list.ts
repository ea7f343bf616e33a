import { maxRecordsPerAppend } from '../../../engine/index.ts';
import { RequestWriter, type WrittenRecords } from './append-request.ts';
import type { Draft } from './draft.ts';
import type { RecordParts } from './record-parts.ts';

/**
 * Records on their way to the hub. They are drafted as they come, as many together as go into one call: an item that was just
 * decided is at hand for the processor, and to fetch it again after ten thousand others takes longer than to draft it.
 */
export class DraftList {
  readonly drafts: Draft[] = [];
  private readonly parts: RecordParts;
  /** By the call that they are meant for; those that were taken are gone. */
  private readonly calls: (WrittenRecords | undefined)[] = [];
  private writer: RequestWriter;

  constructor(parts: RecordParts) {
    this.parts = parts;
    this.writer = new RequestWriter(parts);
  }

  add(draft: Draft): void {
    this.drafts.push(draft);
    this.writer.add(draft);
    if (this.writer.count === maxRecordsPerAppend) this.finishCall();
  }

  /** @param batch indexes of records, in order */
  take(batch: readonly number[]): WrittenRecords {
    if (this.writer.count > 0) this.finishCall();
    const [first = 0] = batch;
    const at = first / maxRecordsPerAppend;
    const call = this.calls[at];
    if (call?.count === batch.length && batch.at(-1) === first + batch.length - 1) {
      this.calls[at] = undefined;
      return call;
    }
    // Some were left out, or the hub takes fewer at a time.
    const writer = new RequestWriter(this.parts);
    for (const index of batch) writer.add(this.drafts[index] as Draft);
    return writer.finish();
  }

  /** Writes those of the next call, while the hub is at work on the one before. */
  writeAhead(): void {
    this.calls.find((call) => call !== undefined)?.prepare();
  }

  private finishCall(): void {
    this.calls.push(this.writer.finish());
    this.writer = new RequestWriter(this.parts);
  }
}
