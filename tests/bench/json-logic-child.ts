import { caseFacts, caseRows } from './decision-table-case.ts';
import { rateOfPeer } from './rate.ts';
import { jsonLogicEngine } from './table-peers.ts';

// Runs json-logic-engine in a process of its own, since what it builds for 1,000 rows takes gigabytes: `node --max-old-space-size=… this <rows>`.
const [, , rowCount] = process.argv;
const peer = jsonLogicEngine(caseRows(Number(rowCount)));
const facts = caseFacts(1_000);
const answers = [];
for (const each of facts.slice(0, 50)) answers.push(await peer.decide(each));
process.stdout.write(JSON.stringify({ rate: await rateOfPeer(peer, facts), answers }));
