/** The sample contact centre: its telephone system's queues and its people's activities. */

export const sampleZone = 'Europe/Paris';
export const sampleIntervalMinutes = 15;
export const sampleSystemName = 'Sample ACD';

/** How a queue's calls spread over the week, as factors of an average weekday; Monday first. */
const weeks = {
  office: [1.17, 1.05, 0.96, 0.93, 0.92, 0, 0],
  shop: [1.17, 1.04, 0.95, 0.93, 0.94, 0.37, 0],
  daily: [1.16, 1.04, 0.95, 0.93, 0.95, 0.37, 0.2],
  emergency: [1.08, 1, 0.98, 0.97, 1, 1.04, 0.95],
} as const;

/** How a queue's calls spread over the day. */
export type DayShape = 'office' | 'evening' | 'night';

export interface SampleQueue {
  readonly key: number;
  readonly name: string;
  /** On an average weekday. */
  readonly callsPerDay: number;
  /** Monday first; 0 for a day on which the queue is closed. */
  readonly week: readonly number[];
  readonly shape: DayShape;
  /** Local time in minutes since midnight. */
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
  readonly talkSeconds: number;
  readonly afterCallSeconds: number;
  /** Share of calls that are put on hold. */
  readonly holdShare: number;
  /** How long a caller waits on average before hanging up. */
  readonly patienceSeconds: number;
  /** The call leaves the queue for another place after this wait. */
  readonly overflowAfterSeconds?: number;
  /** Below 1 the queue's calls are taken before those of others. */
  readonly waitFactor: number;
  /** Invoices go out with the month: the first days of it bring more calls. */
  readonly monthlyInvoices?: true;
}

const hours = (opens: number, closes: number) => ({ opensAtMinute: opens * 60, closesAtMinute: closes * 60 });

export const sampleQueues: readonly SampleQueue[] = [
  {
    key: 101,
    name: 'CS Hotline',
    callsPerDay: 395,
    week: weeks.shop,
    shape: 'office',
    ...hours(8, 20),
    talkSeconds: 170,
    afterCallSeconds: 35,
    holdShare: 0.14,
    patienceSeconds: 170,
    overflowAfterSeconds: 300,
    waitFactor: 1,
  },
  {
    key: 102,
    name: 'CS Orders',
    callsPerDay: 285,
    week: weeks.shop,
    shape: 'evening',
    ...hours(8, 21),
    talkSeconds: 210,
    afterCallSeconds: 55,
    holdShare: 0.1,
    patienceSeconds: 150,
    waitFactor: 0.8,
  },
  {
    key: 103,
    name: 'CS Billing',
    callsPerDay: 220,
    week: weeks.office,
    shape: 'office',
    ...hours(8, 18),
    talkSeconds: 240,
    afterCallSeconds: 70,
    holdShare: 0.24,
    patienceSeconds: 210,
    overflowAfterSeconds: 240,
    waitFactor: 1.1,
    monthlyInvoices: true,
  },
  {
    key: 104,
    name: 'CS Complaints',
    callsPerDay: 80,
    week: weeks.office,
    shape: 'office',
    ...hours(8, 18),
    talkSeconds: 330,
    afterCallSeconds: 140,
    holdShare: 0.3,
    patienceSeconds: 260,
    waitFactor: 1.2,
  },
  {
    key: 105,
    name: 'CS Appointments',
    callsPerDay: 115,
    week: weeks.shop,
    shape: 'office',
    ...hours(8, 19),
    talkSeconds: 125,
    afterCallSeconds: 25,
    holdShare: 0.05,
    patienceSeconds: 120,
    waitFactor: 1,
  },
  {
    key: 201,
    name: 'TS Internet',
    callsPerDay: 275,
    week: weeks.daily,
    shape: 'evening',
    ...hours(7, 22),
    talkSeconds: 360,
    afterCallSeconds: 60,
    holdShare: 0.32,
    patienceSeconds: 240,
    overflowAfterSeconds: 360,
    waitFactor: 1.2,
  },
  {
    key: 202,
    name: 'TS Fibre',
    callsPerDay: 145,
    week: weeks.daily,
    shape: 'evening',
    ...hours(7, 22),
    talkSeconds: 395,
    afterCallSeconds: 65,
    holdShare: 0.28,
    patienceSeconds: 240,
    overflowAfterSeconds: 360,
    waitFactor: 1.2,
  },
  {
    key: 203,
    name: 'TS Mobile',
    callsPerDay: 190,
    week: weeks.daily,
    shape: 'evening',
    ...hours(7, 22),
    talkSeconds: 260,
    afterCallSeconds: 45,
    holdShare: 0.18,
    patienceSeconds: 180,
    waitFactor: 1,
  },
  {
    key: 204,
    name: 'TS Business',
    callsPerDay: 90,
    week: weeks.office,
    shape: 'office',
    ...hours(7, 19),
    talkSeconds: 435,
    afterCallSeconds: 110,
    holdShare: 0.35,
    patienceSeconds: 300,
    waitFactor: 0.4,
  },
  {
    key: 205,
    name: 'TS Emergency',
    callsPerDay: 100,
    week: weeks.emergency,
    shape: 'night',
    ...hours(0, 24),
    talkSeconds: 200,
    afterCallSeconds: 80,
    holdShare: 0.12,
    patienceSeconds: 330,
    waitFactor: 0.25,
  },
  {
    key: 301,
    name: 'OB Callback',
    callsPerDay: 65,
    week: weeks.office,
    shape: 'office',
    ...hours(9, 18),
    talkSeconds: 285,
    afterCallSeconds: 90,
    holdShare: 0.08,
    patienceSeconds: 90,
    waitFactor: 0.5,
  },
  {
    key: 302,
    name: 'OB Retention',
    callsPerDay: 50,
    week: weeks.shop,
    shape: 'evening',
    ...hours(10, 20),
    talkSeconds: 470,
    afterCallSeconds: 150,
    holdShare: 0.2,
    patienceSeconds: 110,
    waitFactor: 0.5,
  },
];

/** A call counts as answered in time up to this wait. */
export const serviceLevelSeconds = 20;

export const meanHoldSeconds = 50;

export function handlingSeconds(queue: SampleQueue): number {
  return queue.talkSeconds + queue.holdShare * meanHoldSeconds + queue.afterCallSeconds;
}

export const sampleActivities = {
  login: { id: 1, name: 'Login' },
  available: { id: 10, name: 'Available' },
  break: { id: 30, name: 'Break' },
  lunch: { id: 31, name: 'Lunch' },
  training: { id: 40, name: 'Training' },
  meeting: { id: 41, name: 'Team meeting' },
  logout: { id: 99, name: 'Logout' },
} as const;

/** What an agent's hours are: `day` shifts start at the given local minute, `night` ones run into the next day. */
export interface Shift {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

export interface SampleAgent {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly shift: Shift;
  /** Monday first. */
  readonly worksOn: readonly boolean[];
}

const firstNames =
  'Anna Bruno Chloé David Emma Farid Giulia Hugo Inès Jonas Karim Léa Marc Nadia Olivier Paula Quentin Rosa Samuel Theresa Ugo Valérie Walter Yasmine Zoé Adrien Bettina Carlos Delphine Erik'.split(
    ' ',
  );
const lastNames =
  'Albrecht Bernard Castelli Dubois Engel Fournier Garnier Hoffmann Imbert Jansen Keller Lambert Moreau Novak Oliveira Petit Quirin Rossi Schneider Thomas Urban Vidal Weber Xavier Young Zimmer Arnaud Blanc Colin Dietrich'.split(
    ' ',
  );

const shift = (startHour: number, lengthHours = 8): Shift => ({
  startMinute: startHour * 60,
  lengthMinutes: lengthHours * 60,
});

const days = (pattern: string): boolean[] => [...pattern].map((sign) => sign === 'x');

/** Teams with as many agents as stand there, on these days (Monday first) and shifts. */
const teams: readonly { size: number; shift: Shift; worksOn: boolean[] }[] = [
  { size: 4, shift: shift(7), worksOn: days('xxxxx--') },
  { size: 10, shift: shift(8), worksOn: days('xxxxx--') },
  { size: 5, shift: shift(9), worksOn: days('xxxxx--') },
  { size: 7, shift: shift(9, 4), worksOn: days('xxxxx--') },
  { size: 6, shift: shift(16, 4), worksOn: days('xxxxx--') },
  { size: 4, shift: shift(12), worksOn: days('xxxxx--') },
  { size: 3, shift: shift(14), worksOn: days('xxxxx--') },
  { size: 2, shift: shift(8), worksOn: days('xxx-xx-') },
  { size: 3, shift: shift(10), worksOn: days('xx-xxx-') },
  { size: 3, shift: shift(12), worksOn: days('xxxx-x-') },
  { size: 2, shift: shift(7), worksOn: days('xxx--xx') },
  { size: 2, shift: shift(10), worksOn: days('x-x-xxx') },
  { size: 3, shift: shift(14), worksOn: days('xx-x-xx') },
  { size: 2, shift: shift(22, 9), worksOn: days('xxxxx--') },
  { size: 2, shift: shift(22, 9), worksOn: days('--xxxxx') },
  { size: 2, shift: shift(22, 9), worksOn: days('xx--xxx') },
];

export const sampleAgents: readonly SampleAgent[] = teams
  .flatMap(({ size, shift, worksOn }) => Array.from({ length: size }, () => ({ shift, worksOn })))
  .map((hours, index) => ({
    id: 4101 + index,
    firstName: firstNames[index % firstNames.length]!,
    lastName: lastNames[(index * 7 + Math.floor(index / firstNames.length)) % lastNames.length]!,
    ...hours,
  }));
