import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { errorIssue, readKnownProfiles } from '../../engine/index.ts';
import type { IdentitySetting, JsonObject, KnownProfiles, Result } from '../../engine/index.ts';
import { readIdentitySetting } from '../shared/identity/identity-setting.ts';
import { matchInHub, type HubMatch } from '../shared/identity/match-in-hub.ts';
import type { OutputPlan, ParamsResult } from '../shared/item-result.ts';
import { readRecording } from '../shared/recording/recording-setting.ts';
import { isTool, toolItems } from '../shared/tool-items.ts';

/** What the node was set to, and what is known of the customers that it looks up. */
export type IdentityParams =
  | { kind: 'group'; setting: IdentitySetting }
  /** Each item carries the known records. */
  | { kind: 'in-item'; setting: IdentitySetting }
  | { kind: 'known'; setting: IdentitySetting; known: KnownProfiles }
  /** By item: what the hub answered. */
  | { kind: 'hub'; setting: IdentitySetting; answers: Result<HubMatch>[] };

/** Reads the settings, once per execution, and the profiles that are known. A failed item is asked about: *Ask a Person*. */
export async function readParams(context: IExecuteFunctions): Promise<ParamsResult<IdentityParams>> {
  const isMatch = context.getNodeParameter('operation', 0, 'group') === 'match';
  const outputs: OutputPlan = isMatch ? { count: 3, onFailure: 2 } : { count: 2, onFailure: 1 };
  const setting = readIdentitySetting(context);
  if (!setting.ok) return { ...setting, outputs };
  const recording = readRecording(context);
  if (!recording.ok) return { ...recording, outputs };
  const known = await readKnown(context, setting.value);
  if (!known.ok) return { ok: false, outputs, setting: 'Known Profiles', issues: known.issues };
  return { ok: true, outputs, value: known.value, recording: recording.value };
}

async function readKnown(context: IExecuteFunctions, setting: IdentitySetting): Promise<Result<IdentityParams>> {
  if (setting.operation === 'group') return { ok: true, value: { kind: 'group', setting } };
  switch (setting.knownFrom) {
    case 'field':
      return { ok: true, value: { kind: 'in-item', setting } };
    case 'input': {
      const items = secondInput(context);
      if (items === null) return { ok: false, issues: [errorIssue('identity_no_known_input', [])] };
      const known = readKnownProfiles(items, setting);
      return known.ok ? { ok: true, value: { kind: 'known', setting, known: known.value } } : known;
    }
    case 'hub': {
      const items = isTool(context.getNode()) ? toolItems(context) : context.getInputData();
      const keep = context.getNodeParameter('keep', 0, 'no') === 'new-and-known' ? 'new-and-known' : 'no';
      const answers = await matchInHub(
        context,
        items.map(({ json }) => jsonOf(json)),
        setting,
        keep,
      );
      return { ok: true, value: { kind: 'hub', setting, answers } };
    }
  }
}

/** n8n throws for an input that nothing is connected to. */
function secondInput(context: IExecuteFunctions): JsonObject[] | null {
  try {
    return context.getInputData(1).map(({ json }) => jsonOf(json));
  } catch {
    return null;
  }
}

function jsonOf(json: IDataObject): JsonObject {
  // n8n's IDataObject is wider in its types only: what travels between nodes has been through JSON.
  return json as JsonObject;
}
