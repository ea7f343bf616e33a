import type { Journey, JourneySummary } from '../../../engine/index.ts';
import { confirm, toast } from '../../ui/index.ts';
import { asApiError } from '../app/api-error.ts';
import { api } from '../app/api.ts';
import { saveFile } from '../app/save-file.ts';
import { loadJourneys, useJourneys } from './journeys-store.ts';
import { newId } from '../app/new-id.ts';

/** Says what could not be done, why, and what to do; silent when the person is on the way to sign in. */
export function tellFailure(title: string, thrown: unknown): void {
  const error = asApiError(thrown);
  if (error.kind === 'signed-out') return;
  toast({ tone: 'bad', title, detail: `${error.message} ${error.advice}`.trim() });
}

/** Makes a second journey of one, with a name that is free. */
export async function duplicate(summary: JourneySummary): Promise<void> {
  try {
    const { document } = await api.journey(summary.id);
    const taken = (useJourneys.getState().journeys ?? []).map(({ name }) => name);
    const { copyName, duplicateJourney } = await import('./new-journey.ts');
    const copy = duplicateJourney(document, copyName(summary.name, taken), newId);
    await api.createJourney(copy);
    const samples = await api.samples(summary.id);
    if (samples.customers.length > 0) await api.saveSamples(copy.id, samples);
    await loadJourneys();
    toast({ tone: 'good', title: `“${copy.name}” is there`, detail: 'It has webhook addresses of its own.' });
  } catch (error) {
    tellFailure(`“${nameOf(summary)}” could not be duplicated`, error);
  }
}

/** Hands the journey to the person as the n8n workflow that it compiles to. */
export async function exportWorkflow(summary: JourneySummary): Promise<void> {
  try {
    const { document } = await api.journey(summary.id);
    // Compiling needs the step types and the rule packs; the list itself does not.
    const { workflowJson } = await import('./workflow-json.ts');
    const workflow = workflowJson(document);
    if (workflow.ok) saveFile(`${fileName(document)}.json`, workflow.json);
    else toast({ tone: 'bad', title: `“${nameOf(summary)}” cannot be exported yet`, detail: workflow.problems[0] });
  } catch (error) {
    tellFailure(`“${nameOf(summary)}” could not be exported`, error);
  }
}

/** Asks, deletes, and offers to take it back. */
export async function remove(summary: JourneySummary): Promise<void> {
  const yes = await confirm({
    title: `Delete “${nameOf(summary)}”?`,
    detail: summary.publication
      ? 'The draft, its tables and its sample customers go. The workflow stays in n8n and keeps running; unpublish it there.'
      : 'The draft, its tables and its sample customers go.',
    confirmLabel: 'Delete',
    tone: 'danger',
  });
  if (!yes) return;
  try {
    const [stored, samples] = await Promise.all([api.journey(summary.id), api.samples(summary.id)]);
    await api.deleteJourney(summary.id, summary.revision);
    useJourneys.setState(({ journeys }) => ({ journeys: journeys?.filter(({ id }) => id !== summary.id) ?? null }));
    const undo = async () => {
      try {
        await api.createJourney(stored.document);
        if (samples.customers.length > 0) await api.saveSamples(summary.id, samples);
      } catch (error) {
        tellFailure(`“${nameOf(summary)}” could not be brought back`, error);
      }
      await loadJourneys();
    };
    toast({
      title: `“${nameOf(summary)}” is deleted`,
      // The link to its workflow would not come back with it.
      action: summary.publication ? undefined : { label: 'Undo', onSelect: () => void undo() },
      durationMs: 10_000,
    });
  } catch (error) {
    tellFailure(`“${nameOf(summary)}” was not deleted`, error);
  }
  void loadJourneys();
}

/** A journey imported without a name still has one on the screen. */
export function nameOf({ name }: Pick<JourneySummary, 'name'>): string {
  return name.trim() || 'Untitled journey';
}

function fileName(journey: Journey): string {
  return (
    nameOf(journey)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'journey'
  );
}
