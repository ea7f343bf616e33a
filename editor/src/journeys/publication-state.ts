import type { JourneySummary } from '../../../engine/index.ts';
import type { Tone } from '../../ui/index.ts';

export interface PublicationState {
  kind: 'published' | 'ahead' | 'never';
  label: string;
  tone: Tone;
  /** The whole of it in a sentence. */
  explanation: string;
}

/** What of a journey runs in n8n, in the words of the list. */
export function publicationState({
  publication,
  revision,
}: Pick<JourneySummary, 'publication' | 'revision'>): PublicationState {
  if (publication === null) {
    return { kind: 'never', label: 'Not published', tone: 'neutral', explanation: 'A draft; n8n does not run it.' };
  }
  const running = `r${publication.revision}`;
  if (publication.revision === revision) {
    return {
      kind: 'published',
      label: `Published ${running}`,
      tone: 'good',
      explanation: `n8n runs this revision, ${running}.`,
    };
  }
  return {
    kind: 'ahead',
    label: 'Changed since',
    tone: 'warn',
    explanation: `n8n runs ${running}; the draft is r${revision} and not published yet.`,
  };
}
