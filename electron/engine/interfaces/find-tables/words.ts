/**
 * What the names of columns and tables say, in English, French and German. Words are without accents, `ä` being `ae`.
 * A word counts where it is a part of the name (`queue_id`, `QueueID`); one that ends in `*` wherever it stands.
 */
export interface WordList {
  readonly parts: ReadonlySet<string>;
  readonly anywhere: readonly string[];
}

function words(text: string): WordList {
  const all = text.trim().split(/\s+/);
  return {
    parts: new Set(all.filter((word) => !word.endsWith('*'))),
    anywhere: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

export const queueWords = words(`
  queue* queues split skill skills skillset* vdn dnis ddi did csq* hunt huntgroup* acdgroup* callgroup* calltype* hotline*
  application pilot line group grp team campaign service services topic
  file files attente groupe equipe ligne campagne
  warteschlange* gruppe anrufgruppe* sammel* linie leitung kampagne dienst rufgruppe* agentengruppe* themen* thema`);

/** Of a column in which a queue does not stand although its name has a word of one. */
export const notQueueWords = words(`
  agent* user* login* logon employee* operator* mitarbeiter* bearbeiter* status state event ereignis evenement result reason
  caller* anrufer* appelant* ani phone telefon* telephone* type typ comment* note text sec time zeit temps length laenge`);

export const stampWords = words(`
  stamp* timestamp* datetime* start* begin* date day datum tag zeit uhr* time interval* intervall* period* slot quarter
  horodat* debut jour heure zeitpunkt* von from at beginn when moment`);

export const dateWords = words('date* day datum* tag jour dat row_date* rowdate*');

export const timeOfDayWords = words(`
  starttime* start begin* time hhmm* uhr* zeit startzeit* anfangszeit* heure hour clock interval intervall slot tod von
  debut minute minutes minuten halfhour quarter`);

/** A time stamp that is not the start of anything that counts. */
export const otherStampWords = words(`
  end ende endzeit* enddate* endtime* endstamp* fin finish* stop until bis update* modif* change* geaendert* aendert* insert* load* import* maj
  birth* last letzte* derniere* login* logout* logoff* expire* valid* gueltig* disconnect* release*`);

export const figureWords = words(`
  offered offer* calls call incalls* incoming received entered presented enter* angebot* angenommen* eingegangen* eingehend*
  anrufe anruf gespraeche presente* offert* entrant* recu* appels appel
  answer* answ handled handle* accept* acdcalls* beantwort* bearbeitet* erledigt* traite* repondu* decroche* servi* connect*
  abandon* abn* aban lost verloren* aufgelegt* verzicht* abbruch* abbrueche* abgebrochen* perdu* raccroch*
  overflow* outflow* inflow* interflow* ueberlauf* debord* transfer* transfert* busy* besetzt* occupe* conf* deque* redir*
  count cnt anzahl nombre nb total summe somme volume
  servicelevel* slvl* acceptable* nivserv* erreicht*`);

/** How long something lasted. */
export const measureWords = words(`
  talk* gespraech* sprech* convers* dauer* duration* duree* wait* warte* attente hold* halte* ring* klingel* sonner*
  acw* wrap* nachbearb* post* aht delay* delai* queuetime* acdtime* abntime* anstime* handletime* ewt asa`);

/** The same where nothing else is said. */
export const secondsWords = words('sec secs seconds sekunden secondes zeit time temps length laenge');

export const highestWords = words('max* longest* laengste* hoechst* plus_long* maximal* peak*');
export const averageWords = words('avg average* mean mittel* durchschnitt* moyen* schnitt');
export const lowestWords = words('min minimum minimal shortest* kuerzeste*');

/** Numbers that are no figures. */
export const keyWords = words(`
  id ids key keys nr no num number nummer numero code codes guid uuid oid schluessel* cle clef index idx seq sequence
  port ext extn extension tenant version rev node profile site acd pbx switch server mandant vdn split skill queue queues
  year jahr annee month monat mois week woche semaine weekday wochentag dow hour stunde heure minute day tag jour date
  datum intrvl interval intervall period periode flag status state type typ zone offset dst utc stamp* timestamp* agent
  priority prio channel trunk login logid disposition starttime* start begin*`);

/** The column of the minutes that a row stands for. */
export const intervalWords = words(
  'intrvl interval intervall intervallength* period* minutes laenge resolution grain',
);

export const nameWords = words(`
  name* label* bezeichnung* beschreibung* libelle* nom intitule* description* descr desc title titel titre text anzeige*
  value item_name* enterprisename*`);

export const callTableWords = words(`
  call* anruf* appel* gespraech* queue* split* skill* vdn* stat* interval* intervall* intrvl* hist* history* acd* cdr* traffic
  verkehr* warteschlange* detail* perf* report* file* periode* quarter* viertelstund* halfhour* subhr* kennzahl* auswert* day
  tag jour calltype* csq* hotline* contact*`);

export const otherTableWords = words(`
  agent* user* config* setting* param* log logs audit* temp tmp bak backup* old archive* role* permission* right* license*
  lizenz* migration* schema* version* session* mitarbeiter* benutzer* utilisateur* employee* holiday* feiertag*`);

/** `CallsOffered`, `calls_offered`, `ANGEBOTENE-ANRUFE` as their parts, in small letters and without accents. */
export function partsOf(name: string): string[] {
  return plain(name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2'))
    .split(/[^a-z0-9]+/)
    .flatMap((part) => [part, part.replace(/\d+$/, '')])
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index);
}

/** The first word of the list that the name has. */
export function wordIn(list: WordList, name: string): string | undefined {
  const parts = partsOf(name);
  const part = parts.find((one) => list.parts.has(one));
  if (part !== undefined) return part;
  const squeezed = plain(name).replace(/[^a-z0-9]/g, '');
  return list.anywhere.find((word) => squeezed.includes(word.replace(/[^a-z0-9]/g, '')));
}

/** The same name in small letters, without accents, `ä` as `ae`. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
