/**
 * Prints how long proposals for 5,000 WFM queues out of 5,000 external ones take, and how many are right; beside it the
 * same by the distance of Levenshtein between all pairs, measured on a part and reckoned up: `node bench/match.ts`.
 */
import { type OfferedQueue, proposeMatches, type WantingQueue } from '#shared/domain/mapping/match.ts';
import { squeezedName } from '#shared/domain/mapping/names.ts';

const COUNT = Number(process.argv[2] ?? 5000);

const places =
  'Berlin Hamburg München Köln Frankfurt Stuttgart Leipzig Dresden Paris Lyon Marseille Nantes Lille Bordeaux London Leeds Zürich Genève Wien Graz'.split(
    ' ',
  );
const topics = [
  ['Customer service', 'Kundenservice', 'Service clients'],
  ['Orders', 'Bestellungen', 'Commandes'],
  ['Billing', 'Rechnungen', 'Facturation'],
  ['Complaints', 'Beschwerden', 'Réclamations'],
  ['Technical support', 'Technik Support', 'Assistance technique'],
  ['Delivery', 'Lieferung', 'Livraison'],
  ['Appointments', 'Termine', 'Rendez-vous'],
  ['Contracts', 'Verträge', 'Contrats'],
  ['Insurance claims', 'Schaden Versicherung', 'Sinistres assurance'],
  ['Emergency', 'Notfall', 'Urgences'],
] as const;

let state = 42;
function random(below: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % below;
}

/** Each queue is written in one way by WFM and in another by the ACD: language, capitals, number, order, typing error. */
function names(index: number): { wfm: string; acd: string } {
  const place = places[index % places.length]!;
  const topic = topics[Math.floor(index / places.length) % topics.length]!;
  const round = Math.floor(index / (places.length * topics.length)) + 1;
  const wfm = `${topic[0]} ${place} ${round}`;
  const ways = [
    () => wfm.toUpperCase().replaceAll(' ', '_'),
    () => `${topic[1]} ${place} ${String(round).padStart(2, '0')}`,
    () => `${place} - ${topic[2]} ${round}`,
    () => `${10_000 + index} ${topic[0].slice(0, 5)}`,
    () => {
      const at = 1 + random(topic[0].length - 2);
      return `${topic[0].slice(0, at)}${topic[0].slice(at + 1)} ${place} ${round}`;
    },
  ];
  const way = index % ways.length;
  return { wfm: way === 3 ? `${wfm} (${10_000 + index})` : wfm, acd: ways[way]!() };
}

const all = Array.from({ length: COUNT }, (_, index) => names(index));
const queues = all.map(({ wfm }, id): WantingQueue => ({ id, name: wfm, parents: [] }));
const order = all.map((_, index) => index).sort(() => random(3) - 1);
const offered = order.map((index): OfferedQueue => ({ kind: '', path: [all[index]!.acd] }));

const started = performance.now();
const rows = proposeMatches(queues, offered);
const ms = performance.now() - started;
const proposed = rows.filter((row) => row.proposed !== null);
const isRight = (row: (typeof rows)[number]) =>
  row.proposed !== null && row.candidates[row.proposed]!.path[0] === all[row.queueId]!.acd;
const right = proposed.filter(isRight).length;
const sure = proposed.filter((row) => row.candidates[row.proposed!]!.confidence >= 0.85);
const surelyWrong = sure.filter((row) => !isRight(row));
console.log(
  `${COUNT} × ${COUNT} names: ${ms.toFixed(0)} ms, proposed ${proposed.length}, right ${right}; from 0.85 on ${sure.length}, of these wrong ${surelyWrong.length}`,
);
for (const row of surelyWrong.slice(0, 5)) {
  console.log('   wrong:', all[row.queueId], row.candidates[row.proposed!]);
}

function levenshtein(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      now.push(Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + same));
    }
    before = now;
  }
  return before[b.length]!;
}

const sample = Math.min(COUNT, 50);
const squeezed = offered.map(({ path }) => squeezedName(path[0]!));
const peerStarted = performance.now();
let peerRight = 0;
for (let index = 0; index < sample; index += 1) {
  const at = index * Math.floor(COUNT / sample) + (index % 5);
  const name = squeezedName(all[at]!.wfm);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, other] of squeezed.entries()) {
    const distance = levenshtein(name, other);
    if (distance < least) {
      least = distance;
      best = place;
    }
  }
  if (order[best] === at) peerRight += 1;
}
const peerMs = ((performance.now() - peerStarted) * COUNT) / sample;
console.log(
  `Levenshtein between all pairs: ${(peerMs / 1000).toFixed(1)} s (from ${sample} names), right ${Math.round((100 * peerRight) / sample)} % against ${Math.round((100 * right) / COUNT)} %; ratio ${(peerMs / ms).toFixed(0)}`,
);
