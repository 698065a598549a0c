import { plainName } from './names.ts';

/**
 * Words of queue names that say the same in English, French and German, and what people shorten them to. A line is one
 * meaning; its first word stands for it.
 */
const meanings = `
  sales sale vertrieb verkauf vente ventes commercial commerciale vk
  support hilfe aide assistance help helpdesk unterstuetzung supp
  technical technik technisch technique tech techn
  customer customers kunde kunden client clients clientele cust kd
  service services dienst dienste svc srv serv
  order orders bestellung bestellungen bestell auftrag auftraege commande commandes ord
  billing bill invoice invoices rechnung rechnungen abrechnung facturation facture factures
  complaint complaints beschwerde beschwerden reklamation reklamationen reclamation reclamations plainte plaintes
  information info infos auskunft auskuenfte renseignement renseignements
  appointment appointments termin termine terminvereinbarung rendezvous rdv agenda
  delivery lieferung lieferungen livraison livraisons versand shipping expedition
  return returns retoure retouren ruecksendung retour retours
  contract contracts vertrag vertraege contrat contrats
  cancellation cancellations cancel kuendigung kuendigungen storno resiliation annulation
  emergency notfall notruf urgence urgences
  switchboard zentrale vermittlung standard
  retention kundenbindung fidelisation rueckgewinnung
  callback callbacks rueckruf rueckrufe rappel rappels
  outbound ausgehend sortant sortants
  inbound eingehend entrant entrants
  internal intern interne
  external extern externe
  private privat prive prives privatkunden particulier particuliers
  business geschaeft gewerbe professionnel professionnels entreprise entreprises geschaeftskunden firmen firmenkunden b2b corporate
  mobile mobil mobilfunk handy portable cellular
  internet web online dsl
  landline festnetz fixe
  repair reparatur reparation stoerung stoerungen entstoerung panne pannes fault faults
  warranty garantie gewaehrleistung
  insurance versicherung versicherungen assurance assurances
  claim claims schaden schaeden sinistre sinistres
  payment payments zahlung zahlungen paiement paiements
  reminder mahnung mahnungen mahnwesen inkasso recouvrement collections
  bank banking banque
  travel reise reisen voyage voyages
  booking bookings buchung buchungen reservation reservations reservierung reservierungen
  member members mitglied mitglieder membre membres adherent adherents
  partner partners haendler partenaire partenaires dealer dealers revendeur revendeurs
  purchase purchasing einkauf achat achats
  personnel hr personal rh
  accounting buchhaltung comptabilite
  reception empfang accueil
  new neu neue neuer nouveau nouveaux nouvelle nouvelles
  product products produkt produkte produit produits
  consulting beratung conseil advice
  north nord noerdlich
  south sued sud
  east ost est
  west ouest
  centre center mitte zentrum
  german deutsch deutschland germany allemand allemagne de deu ger
  english englisch anglais england uk en eng
  french franzoesisch francais france frankreich fr fra
  italian italienisch italien italy italie it ita
  spanish spanisch espagnol spain spanien espagne es esp
  dutch niederlaendisch neerlandais netherlands niederlande nl
  austria oesterreich autriche at aut
  switzerland schweiz suisse ch
  first erste erster premier premiere 1st
  second zweite zweiter deuxieme 2nd
  level lvl stufe niveau
  premium vip gold
  night nacht nuit
  weekend wochenende
  evening abend soir`;

/** Words that say that it is a queue, and nothing of which one. */
const empty = new Set(
  `queue queues q warteschlange file attente split skill skillset vdn acd csq line linie ligne the and und et der die das des
  la le les du d l fuer for pour a au aux of mit with group gruppe groupe grp team equipe application app`.split(
    /\s+/,
  ),
);

const dictionary = new Map<string, string>();
for (const line of meanings.trim().split('\n')) {
  const words = line.trim().split(/\s+/);
  for (const word of words) dictionary.set(word, words[0]!);
}

/** Numbers, `3` and `003` alike, and words as what they mean, without those that say nothing. */
export interface QueueWords {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

export function queueWords(name: string): QueueWords {
  const words: string[] = [];
  const numbers: string[] = [];
  const spaced = name
    .normalize('NFC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
  for (const part of plainName(spaced).match(/1st|2nd|b2b|\p{N}+|[^\P{L}]+/gu) ?? []) {
    if (/^\p{N}+$/u.test(part)) numbers.push(part.replace(/^0+(?=\d)/, ''));
    else if (!empty.has(part)) words.push(...meant(part));
  }
  return { words, numbers };
}

function meant(word: string): readonly string[] {
  const known = dictionary.get(word);
  if (known !== undefined) return [known];
  return compound(word) ?? [stem(word)];
}

/** German runs words together: `Kundenservice`, `Rechnungsfragen`. */
function compound(word: string): readonly string[] | undefined {
  if (word.length < 8) return undefined;
  let half: readonly string[] | undefined;
  for (let cut = word.length - 3; cut >= 4; cut -= 1) {
    const first = dictionary.get(word.slice(0, cut)) ?? dictionary.get(word.slice(0, cut).replace(/s$/, ''));
    if (first === undefined) continue;
    const rest = dictionary.get(word.slice(cut));
    if (rest !== undefined) return [first, rest];
    half ??= [first, stem(word.slice(cut))];
  }
  return half;
}

/** Singular and plural of the three languages as one, roughly. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:en|es|er|s|n|e)$/, '') : word;
}
