import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { isJsonObject } from '../../../engine/index.ts';
import type { AppendAnswer, AppendRequest, DecisionTable } from '../../../engine/index.ts';
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
  append(request: AppendRequest): Promise<HubAnswer<AppendAnswer>>;
  putTables(tables: DecisionTable[]): Promise<HubAnswer<unknown>>;
}

const shownIssues = 3;

/** Milliseconds that an answer may take. Chosen: 30,000, because 1,000 records take less than a second on a busy disk. */
const timeoutMs = 30_000;

/** The hub of the node's credential; a problem when the node has none, or one that cannot be read. */
export async function hubOf(context: IExecuteFunctions): Promise<HubAnswer<Hub>> {
  try {
    const { url } = await context.getCredentials<{ url?: unknown }>(hubCredential);
    const address = String(url ?? '').trim();
    return { ok: true, value: hubAt(context, address.replace(/\/+$/, '')) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'It cannot be read.';
    return refusal(0, 'no_credential', `The credential cannot be used: ${detail}`);
  }
}

function hubAt(context: IExecuteFunctions, address: string): Hub {
  const send = async (method: 'POST' | 'PUT', path: string, body: object): Promise<HubAnswer<unknown>> => {
    const options: IHttpRequestOptions = {
      method,
      url: `${address}/api/v1${path}`,
      body: body as Record<string, never>,
      json: true,
      timeout: timeoutMs,
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
    };
    try {
      const { helpers } = context;
      return read(await helpers.httpRequestWithAuthentication.call(context, hubCredential, options));
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  };
  return {
    address,
    append: async (request) => {
      const answer = await send('POST', '/ledger/records', request);
      if (!answer.ok) return answer;
      return isAppendAnswer(answer.value, request.records.length)
        ? { ok: true, value: answer.value }
        : refusal(200, 'no_hub', 'What answers there is no Steward hub.');
    },
    putTables: (tables) => send('PUT', '/ledger/tables', { tables }),
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

/** `['records', 3, 'values', 0]`: the place of a record that is wrong. */
function recordAt(path: unknown): number[] {
  const [list, place] = Array.isArray(path) ? (path as unknown[]) : [];
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
  const { stream, records, unknownTables } = value;
  return (
    typeof stream === 'string' && Array.isArray(records) && records.length === count && Array.isArray(unknownTables)
  );
}
