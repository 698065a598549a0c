import { squeezedName, wordsOfName } from './names.ts';

/**
 * What a value type counts or measures, as ACDs and WFM name it: `offered`, `talk time`, `average wait answered time`.
 * Two value types of one concept are the same figure under two names.
 */
export interface Concept {
  readonly id: string;
  /** False where the name may mean something else too: a person has to say. */
  readonly certain: boolean;
}

/** Names of products whose words say something else than they mean, or run together; squeezed. */
const known: Readonly<Record<string, string>> = {
  offered: 'callsoffered incalls numreceived callsin totalcalls nofferedacd nenteredacd calls anrufe appels',
  answered: 'acdcalls numansweredprim numanswered callsans anscalls',
  abandoned: 'abncalls numabandoned abdcalls routercallsabandq callsaband calllost',
  'answered level':
    'acceptable ansunderthreshold servicelevelcalls queueservicecount metservicelevel inservicelevel',
  'abandoned level': 'slvlabns abnunderthreshold servicelevelaband',
  'out overflow': 'outflowcalls nflowoutacd overflowout',
  'in overflow': 'inflowcalls',
  busy: 'busycalls',
  disconnect: 'disccalls',
  hold: 'holdcalls nholdacd',
  'time talk': 'acdtime ttalkacd',
  'time wrap': 'acwtime tacw postcallprocessingtime totpostprocessingcontacttime acw',
  'time hold': 'holdtime tholdacd',
  'handle time': 'aht_total totcontacttime',
  'answered time wait':
    'anstime answertime tansweredacd totanswaittime queuetimetoanswertotal acceptedtime answerwaittime callsanswereddelay',
  'abandoned time wait':
    'abntime tabandonedacd totabanwaittime queuetimetoabandontotal abandonedtime callsabandoneddelay',
  'time wait': 'totwaittime routerqueuewaittime queuetime',
  'average handle time': 'aht avht dmt dbz',
  'average talk time': 'att avgtalk',
  'answered average time wait': 'asa speedofanswer',
  level: 'sl sla svl nds qs tsf servicelevel',
  'maximum time wait': 'maxocwtime maxcallsansdelay queuetimemax waitmax',
};

/** Those of which the ACD has more than one, or that are near to what the concept says. */
const uncertain: Readonly<Record<string, string>> = {
  offered: 'calls anrufe appels callsofferedrouted totalcalls virtualcallsoffered numberofcalls anzahlanrufe',
  answered: 'callshandled netcallsanswered connectcalls acceptedagent',
  abandoned: 'virtualcallsabandoned abnquecalls abnringcalls',
  'time wait': 'queuetime',
  overflow: 'interflowcalls',
  'time talk': 'conntalktime',
};

/** Words by what they say; those that end in `*` begin longer ones. */
const wordList: Readonly<Record<string, string>> = {
  offered: `offered offer entered enter received receive incoming inbound presented arrived angeboten* eingegangen* eingehend*
    eingang* ankommend* entrant* entrees presente* propose* offert* recu recus recue recues`,
  answered: `answered answer answers answ ans accepted accept connected beantwortet* angenommen* entgegengenommen* repondu*
    decroche* servi servis reponse reponses pris prise handled bearbeitet* erledigt* traite traites traitee traitees abgearbeitet*`,
  abandoned: `abandoned abandon abandons aband abn aban abandonne* perdu perdus perdue perdues lost aufgelegt* verloren*
    abgebrochen* abbruch abbrueche verzicht* raccroche*`,
  talk: 'talk talking conversation gespraechszeit* gespraechsdauer* sprechzeit* sprechdauer* gespraech conversations communication*',
  hold: 'hold held halten haltezeit* haltedauer* garde halte',
  wrap: `wrap wrapup acw nachbearbeitung* nacharbeit* nachbearbeitungszeit* aftercall postcall processing postappel postappels
    posttraitement* nbz`,
  handle: 'handle handling bearbeitungszeit* bearbeitungsdauer* bearbeitung traitement* aht dmt',
  wait: `wait waiting waited wartezeit* wartedauer* warten warte attente* delay delai delais speed queuetime verzoegerung*`,
  ring: 'ring ringing ringtime klingel* klingeln sonnerie* alerted invite',
  overflow:
    'overflow overflowed outflow inflow interflow interflowed ueberlauf* uebergelaufen* debord* deborde*',
  in: 'inflow',
  out: 'outflow out',
  transfer:
    'transfer transferred transfers transfered weitergeleitet* verbunden* transfere* transferes transfert*',
  busy: 'busy besetzt* occupe occupes',
  short: 'short kurz kurze kurzen court courts',
  requeue: 'requeued requeried dequeued redirected',
  disconnect: 'disconnect disconnected completed complete',
  staff: 'staffed agents agent mitarbeiter* login logged idle idletime available presence',
  level: `level lvl svc sl svl servicelevel servicelevels servicegrad* servicequote* seuil threshold schwelle* niveau qualite`,
  time: `time times duration durations sec secs second seconds zeit zeiten dauer sekunden temps duree durees secondes t
    wartezeit* wartedauer* gespraechszeit* gespraechsdauer* sprechzeit* haltezeit* nachbearbeitungszeit* bearbeitungszeit*`,
  average: 'average avg mean mittlere* mittel durchschnitt* moyen* moyenne* moy dm dmt aht asa',
  maximum: 'max maximum maximal* longest laengste* hoechst* peak',
  beyond: 'after aft above over ueber nach apres',
  not: 'not non nicht unanswered without sans ohne',
  rate: 'rate quote percent percentage prozent pourcentage pct taux anteil ratio',
};

/** Words that say that something is counted. */
const counting = new Set(
  `call calls contact contacts anruf anrufe anrufen kontakt kontakte vorgaenge appel appels nombre number numbers
  num count cnt anzahl nb nr n`.split(/\s+/),
);

/** Words that say nothing of what is counted. */
const noise = new Set(
  `gespraeche total totals totale summe sum somme gesamt of the der die das des de du d la le les l den im in auf a au aux et
  und and acd queue queues q prim skillset csq split vdn router tot to per par pro by within innerhalb voice agt agentgroup s
  up service services all alle tous toutes`.split(/\s+/),
);

/** What lasts: without a word that it is counted, the time is meant. */
const lasting = ['talk', 'hold', 'wrap', 'handle', 'wait', 'ring'] as const;

const spellings = new Map<string, Concept>();
for (const [table, certain] of [
  [known, true],
  [uncertain, false],
] as const) {
  for (const [id, names] of Object.entries(table)) {
    for (const name of names.split(/\s+/)) spellings.set(squeezedName(name), { id: ordered(id), certain });
  }
}

const exactWords = new Map<string, string[]>();
const beginnings: (readonly [beginning: string, meaning: string])[] = [];
for (const [meaning, words] of Object.entries(wordList)) {
  for (const word of words.split(/\s+/)) {
    if (word.endsWith('*')) beginnings.push([word.slice(0, -1), meaning]);
    else exactWords.set(word, [...(exactWords.get(word) ?? []), meaning]);
  }
}

/** Undefined where the name says nothing that is known, or is an expression. */
export function conceptOf(name: string): Concept | undefined {
  const bare = bareColumn(name);
  if (bare === undefined) return undefined;
  const spelled = spellings.get(squeezedName(bare));
  if (spelled !== undefined) return spelled;
  const said = new Set<string>();
  let isCounted = false;
  for (const written of wordsOfName(bare)) {
    for (const word of parted(written)) {
      isCounted ||= counting.has(word);
      const meanings = meaningsOf(word);
      // Numbers tell the steps of a ladder from each other, unknown words a figure from those like it.
      if (meanings.length === 0 && !isNoise(word)) said.add(`"${word}"`);
      for (const meaning of meanings) said.add(meaning);
    }
  }
  return made(said, isCounted);
}

function made(said: Set<string>, isCounted: boolean): Concept | undefined {
  if ([...said].every((word) => word.startsWith('"'))) return undefined;
  let certain = true;
  // "Service level" in percent is no other figure than "service level".
  if (said.has('level')) said.delete('rate');
  if (!said.has('time') && !isCounted && lasting.some((what) => said.has(what))) {
    said.add('time');
    certain = said.has('average') || said.has('maximum');
  }
  // Handling time is one figure, however "handled" is written in it; time to answer is time waited.
  if (said.has('time') && said.has('handle')) said.delete('answered');
  if (said.has('time') && said.size === 2 && (said.has('answered') || said.has('abandoned')))
    said.add('wait');
  return { id: [...said].sort().join(' '), certain };
}

function isNoise(word: string): boolean {
  return noise.has(word) || counting.has(word);
}

function meaningsOf(word: string): readonly string[] {
  const exact = exactWords.get(word);
  if (exact !== undefined) return exact;
  return beginnings.filter(([beginning]) => word.startsWith(beginning)).map(([, meaning]) => meaning);
}

/** `TALKTIME` as `talk`, `time`: databases in capitals run words together. The word itself where it is not all known. */
function parted(word: string): readonly string[] {
  if (word.length < 6 || meaningsOf(word).length > 0 || isNoise(word)) return [word];
  const from: (readonly string[] | undefined)[] = [[]];
  for (let end = 3; end <= word.length; end += 1) {
    for (let start = 0; start + 3 <= end && from[end] === undefined; start += 1) {
      const part = word.slice(start, end);
      const before = from[start];
      if (before === undefined) continue;
      if (exactWords.has(part) || isNoise(part)) from[end] = [...before, part];
    }
  }
  return from[word.length] ?? [word];
}

/** A column without quotes and table; undefined for an expression, whose words are those of conditions too. */
function bareColumn(name: string): string | undefined {
  const column = /(?:^|\.)["'`[]?([^"'`[\].]+)["'`\]]?$/.exec(name.trim())?.[1];
  return column === undefined || /[()<>=*,;:+]/.test(column) ? undefined : column;
}

function ordered(id: string): string {
  return id.split(' ').sort().join(' ');
}

/** What is worked out of other figures, and never comes from the sum of one. */
export function isRatio({ id }: Concept): boolean {
  const said = new Set(id.split(' '));
  return said.has('average') || said.has('rate') || id === 'level';
}

/** Concepts that are not the same, but of which one often stands in for the other: worth asking about. */
export function areRelated(a: Concept, b: Concept): boolean {
  const left = new Set(a.id.split(' '));
  const right = new Set(b.id.split(' '));
  if (telling.some((word) => left.has(word) !== right.has(word))) return false;
  if (left.has('time') && (isPartOfHandling(left, right) || isPartOfHandling(right, left))) return true;
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  return many.size - few.size <= 2 && [...few].every((word) => many.has(word)) && hasEvent(few);
}

/** Figures that differ in one of these never stand in for each other. */
const telling = ['average', 'maximum', 'time', 'level', 'rate', 'beyond', 'not', 'short', 'staff'] as const;

function hasEvent(said: ReadonlySet<string>): boolean {
  return [...said].some((word) => !(telling as readonly string[]).includes(word) && !word.startsWith('"'));
}

function isPartOfHandling(whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  return whole.has('handle') && part.has('talk') && part.size === 2;
}
