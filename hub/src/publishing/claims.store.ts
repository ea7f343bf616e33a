/**
 * The right to change what n8n runs for a journey, held by one hub process at a time. It lapses by itself, so that a process
 * that dies does not hold it for ever.
 */
export interface PublishingClaims {
  /** False while another holder's claim lasts. */
  take(journeyId: string, holder: string, now: string, until: string): Promise<boolean>;
  release(journeyId: string, holder: string): Promise<void>;
}
