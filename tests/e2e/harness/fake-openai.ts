import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that speaks as much of OpenAI's chat completions as n8n's chat model asks for. */
export interface FakeOpenAi {
  /** For the credential: `http://127.0.0.1:1234/v1`. */
  url: string;
  /** Bodies of the requests, as they came. */
  requests: string[];
  /** What the model says next; null: it never answers. */
  answer: string | null;
  close(): void;
}

export async function startFakeOpenAi(): Promise<FakeOpenAi> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      fake.requests.push(Buffer.concat(chunks).toString());
      if (fake.answer === null) return;
      const completion = {
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 0,
        model: 'gpt-test',
        choices: [{ index: 0, message: { role: 'assistant', content: fake.answer }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(completion));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeOpenAi = {
    url: `http://127.0.0.1:${port}/v1`,
    requests: [],
    answer: null,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return fake;
}
