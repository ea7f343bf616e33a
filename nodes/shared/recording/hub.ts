import type {
  IAdditionalCredentialOptions,
  ICredentialDataDecryptedObject,
  IExecuteFunctions,
  IHttpRequestOptions,
} from 'n8n-workflow';
import { isJsonObject } from '../../../engine/index.ts';
import type { AppendAnswer, DecisionTable, MatchAnswer, MatchRequest } from '../../../engine/index.ts';
import { isAway } from './hub-away.ts';

/** The name of the credential that leads to the hub. */
export const hubCredential = 'stewardHubApi';

/** Why the hub did not do what it was asked for. */
export type HubProblem =
  /** It could not be reached, or could not answer: the same request may succeed later. */
  | { kind: 'away'; detail: string }
  /** It answered, and will answer the same again: something has to be changed first. */
  | {
      kind: 'refused';
      status: number;
      code: string;
      detail: string;
      /** Places in the request of the records that it found wrong; the others were not looked at. */
      records?: number[];
    };

export type HubAnswer<Value> = { ok: true; value: Value } | { ok: false; problem: HubProblem };

/** The hub, as a node reaches it. */
export interface Hub {
  /** Tells hubs apart, for what is remembered of them. */
  address: string;
  /**
   * @param body gives the JSON of an `AppendRequest` for so many records: as bytes, since n8n would look through a text of its
   *   own to see whether it is JSON
   */
  append(count: number, body: () => Buffer): Promise<HubAnswer<AppendAnswer>>;
  putTables(tables: DecisionTable[]): Promise<HubAnswer<unknown>>;
  /** Who are these records? At most `maxRecordsPerMatch`. */
  match(request: MatchRequest): Promise<HubAnswer<MatchAnswer>>;
}

const shownIssues = 3;

/** Milliseconds that an answer may take. Chosen: 30,000, because 1,000 records take less than a second on a busy disk. */
const timeoutMs = 30_000;

/** The hub of the node's credential; a problem when the node has none, or one that cannot be read. */
export async function hubOf(context: IExecuteFunctions): Promise<HubAnswer<Hub>> {
  try {
    return { ok: true, value: hubAt(context, await context.getCredentials(hubCredential)) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'It cannot be read.';
    return refusal(0, 'no_credential', `The credential cannot be used: ${detail}`);
  }
}

function hubAt(context: IExecuteFunctions, data: ICredentialDataDecryptedObject): Hub {
  const address = String(data['url'] ?? '')
    .trim()
    .replace(/\/+$/, '');
  // Without it n8n reads the credential from its database and decrypts it anew for every call.
  const credential: IAdditionalCredentialOptions = {
    credentialsDecrypted: { id: '', name: '', type: hubCredential, data },
  };
  const send = async (method: 'POST' | 'PUT', path: string, body: () => object): Promise<HubAnswer<unknown>> => {
    const options = (): IHttpRequestOptions => ({
      method,
      url: `${address}/api/v1${path}`,
      headers: { 'Content-Type': 'application/json' },
      body: body() as Record<string, never>,
      json: true,
      timeout: timeoutMs,
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      // Keys and what is personal go to the address of the credential, and nowhere that it points to.
      disableFollowRedirect: true,
    });
    try {
      const { helpers } = context;
      return read(await helpers.httpRequestWithAuthentication.call(context, hubCredential, options(), credential));
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  };
  return {
    address,
    append: async (count, body) => {
      const answer = await send('POST', '/ledger/records', body);
      if (!answer.ok) return answer;
      return isAppendAnswer(answer.value, count)
        ? { ok: true, value: answer.value }
        : refusal(200, 'no_hub', 'What answers there is no Steward hub.');
    },
    putTables: (tables) => send('PUT', '/ledger/tables', () => ({ tables })),
    match: async (request) => {
      const answer = await send('POST', '/identity/match', () => request);
      if (!answer.ok) return answer;
      return isMatchAnswer(answer.value, request.records.length)
        ? { ok: true, value: answer.value }
        : refusal(200, 'no_hub', 'What answers there is no Steward hub that knows profiles.');
    },
  };
}

function read(response: unknown): HubAnswer<unknown> {
  const { statusCode = 0, body } = response as { statusCode?: number; body?: unknown };
  if (statusCode >= 200 && statusCode < 300) return { ok: true, value: body };
  const { code, title, detail, issues } = isJsonObject(body) ? body : {};
  const found = Array.isArray(issues) ? issues.filter(isJsonObject) : [];
  const words = [title, detail, ...found.slice(0, shownIssues).map(({ message }) => message)];
  const said = words.filter((text) => typeof text === 'string' && text !== '').join(': ');
  const wording = said || `It answered with status ${statusCode}.`;
  if (statusCode >= 500 || statusCode === 429) return { ok: false, problem: { kind: 'away', detail: wording } };
  const records = [...new Set(found.flatMap(({ path }) => recordAt(path)))];
  return refusal(statusCode, typeof code === 'string' ? code : '', wording, records);
}

/** `['records', 'values', 3, 0]`: the place of a record that is wrong. */
function recordAt(path: unknown): number[] {
  const [list, , place] = Array.isArray(path) ? (path as unknown[]) : [];
  return list === 'records' && typeof place === 'number' ? [place] : [];
}

function refusal(
  status: number,
  code: string,
  detail: string,
  records: number[] = [],
): { ok: false; problem: HubProblem } {
  return { ok: false, problem: { kind: 'refused', status, code, detail, ...(records.length > 0 && { records }) } };
}

function problemOf(error: unknown): HubProblem {
  const detail = error instanceof Error ? error.message : 'The request could not be sent.';
  return isAway(error) ? { kind: 'away', detail } : { kind: 'refused', status: 0, code: 'not_sent', detail };
}

function isAppendAnswer(value: unknown, count: number): value is AppendAnswer {
  if (!isJsonObject(value)) return false;
  const { stream, sequences, unknownTables } = value;
  return (
    typeof stream === 'string' && Array.isArray(sequences) && sequences.length === count && Array.isArray(unknownTables)
  );
}

function isMatchAnswer(value: unknown, count: number): value is MatchAnswer {
  if (!isJsonObject(value)) return false;
  const { model, records } = value;
  return isJsonObject(model) && Array.isArray(records) && records.length === count && records.every(isJsonObject);
}
