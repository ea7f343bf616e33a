import { createRequire } from 'node:module';
import { decideTable, exportJsonRules, itemIsFacts } from '../../engine/index.ts';
import type { DecisionTable, JsonObject } from '../../engine/index.ts';
import { median } from './median.ts';

/** Evaluations per second, medians over the rounds. */
export interface TableBench {
  rows: number;
  ours: number;
  jsonRulesEngine: number;
}

// Its types need a module resolution that this repository does not use.
const { Engine } = createRequire(import.meta.url)('json-rules-engine') as {
  Engine: new (
    rules: unknown[],
    options: { allowUndefinedFacts: boolean },
  ) => {
    on(event: 'success', listener: () => void): void;
    stop(): void;
    run(facts: JsonObject): Promise<{ events: { params: { ruleId: string } }[] }>;
  };
};

/** How long one round of our engine lasts; a round of the peer takes as many items as it can in the same time. */
const roundMs = 400;

/**
 * Evaluates the same table over the same facts with our engine and with json-rules-engine, which stops at the first hit.
 * Both must name the same row for every fact that is compared.
 */
export async function benchTable(table: DecisionTable, facts: JsonObject[], rounds: number): Promise<TableBench> {
  const exported = exportJsonRules(table);
  if (!exported.ok) throw new Error(`the table cannot be exported: ${JSON.stringify(exported.issues[0])}`);
  const engine = new Engine(exported.value.rules, { allowUndefinedFacts: true });
  engine.on('success', () => engine.stop());
  const decideByPeer = async (item: JsonObject) => (await engine.run(item)).events[0]?.params.ruleId ?? null;
  const decideByUs = (item: JsonObject) => {
    const decided = decideTable(table, item, itemIsFacts);
    if (!decided.ok) throw new Error(`a fact cannot be decided: ${JSON.stringify(decided.issues[0])}`);
    return decided.value.decision.ruleId;
  };

  for (const item of facts.slice(0, 200)) {
    const [ours, theirs] = [decideByUs(item), await decideByPeer(item)];
    if (ours !== theirs) throw new Error(`the engines disagree: ${ours} and ${theirs}`);
  }

  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(roundOf(facts, decideByUs));
    theirs.push(await slowRoundOf(facts, decideByPeer));
  }
  return { rows: table.rows.length, ours: median(ours), jsonRulesEngine: median(theirs) };
}

function roundOf(facts: JsonObject[], decide: (item: JsonObject) => unknown): number {
  const begunAt = performance.now();
  let count = 0;
  while (performance.now() - begunAt < roundMs) {
    for (let index = 0; index < 500; index++) decide(facts[count++ % facts.length] as JsonObject);
  }
  return (count / (performance.now() - begunAt)) * 1000;
}

async function slowRoundOf(facts: JsonObject[], decide: (item: JsonObject) => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  let count = 0;
  while (performance.now() - begunAt < roundMs) await decide(facts[count++ % facts.length] as JsonObject);
  return (count / (performance.now() - begunAt)) * 1000;
}
