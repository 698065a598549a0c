import { Temporal } from 'temporal-polyfill';
import { type SampleDay, startOfDayUnix } from './calendar.ts';
import {
  type SampleAgent,
  sampleActivities,
  sampleAgents,
  sampleIntervalMinutes,
  sampleZone,
} from './centre.ts';
import type { Random } from './random.ts';

/** What an agent did, half-open, in Unix seconds. */
export interface ActivitySpan {
  readonly agentId: number;
  readonly activityId: number;
  readonly startUnix: number;
  readonly endUnix: number;
}

/** From login to logout; `logoutUnix` is null where the agent is still logged in as the sample ends. */
export interface Session {
  readonly agentId: number;
  readonly loginUnix: number;
  readonly logoutUnix: number | null;
}

export interface Roster {
  readonly sessions: readonly Session[];
  readonly activities: readonly ActivitySpan[];
}

const minute = 60;

/** Shifts of all agents over the sample, lived with the small irregularities of real ones. */
export function rosterOf(days: readonly SampleDay[], random: Random): Roster {
  const first = days[0]!.date;
  const endUnix = startOfDayUnix(days.at(-1)!.date.add({ days: 1 }));
  const holidays = new Set(days.filter((day) => day.isHoliday).map((day) => day.date.toString()));
  const sessions: Session[] = [];
  const activities: ActivitySpan[] = [];
  for (const agent of sampleAgents) {
    const leave = leaveOf(days, random);
    // The night before the first day reaches into it.
    for (let index = -1; index < days.length; index += 1) {
      const date = first.add({ days: index });
      const runsOverMidnight = agent.shift.startMinute + agent.shift.lengthMinutes > 24 * 60;
      if (index < 0 && !runsOverMidnight) continue;
      const weekday = holidays.has(date.toString()) ? 6 : date.dayOfWeek - 1;
      const isIll = random.chance(0.025);
      if (!agent.worksOn[weekday] || leave.has(index) || isIll) continue;
      for (const span of shiftSpans(agent, date, random)) addSession(span, endUnix, sessions, activities);
    }
  }
  return { sessions, activities };
}

/** Seconds in which agents were available, by start of the interval. */
export function availableSeconds(activities: readonly ActivitySpan[]): Map<number, number> {
  const slotSeconds = sampleIntervalMinutes * minute;
  const seconds = new Map<number, number>();
  for (const { activityId, startUnix, endUnix } of activities) {
    if (activityId !== sampleActivities.available.id) continue;
    for (let slot = startUnix - (startUnix % slotSeconds); slot < endUnix; slot += slotSeconds) {
      const inSlot = Math.min(endUnix, slot + slotSeconds) - Math.max(startUnix, slot);
      seconds.set(slot, (seconds.get(slot) ?? 0) + inSlot);
    }
  }
  return seconds;
}

/** About every second agent takes a week off in a quarter. */
function leaveOf(days: readonly SampleDay[], random: Random): Set<number> {
  const start = random.integer(0, days.length * 2);
  return new Set(Array.from({ length: 7 }, (_, day) => start + day));
}

/** The spans of one shift, one list a session: now and then a telephone has to be started again. */
function shiftSpans(agent: SampleAgent, date: Temporal.PlainDate, random: Random): ActivitySpan[][] {
  const start = localUnix(date, agent.shift.startMinute) + random.integer(-4 * minute, 5 * minute);
  const end =
    localUnix(date, agent.shift.startMinute + agent.shift.lengthMinutes) +
    random.integer(-2 * minute, 9 * minute);
  const pauses = pausesOf(date, start, end, random);
  if (!random.chance(0.03)) return [sessionSpans(agent, start, end, pauses, random)];
  const broken = Math.round(start + (end - start) * 0.8);
  const again = broken + random.integer(2 * minute, 11 * minute);
  const before = pauses.filter((pause) => pause.endUnix < broken);
  return [
    sessionSpans(agent, start, broken, before, random),
    sessionSpans(agent, again, Math.max(end, again + 20 * minute), [], random),
  ];
}

interface Pause {
  readonly activityId: number;
  readonly startUnix: number;
  readonly endUnix: number;
}

/**
 * One break in a short shift. Else lunch in the middle, a break before and one after it, at times a training or
 * a meeting.
 */
function pausesOf(date: Temporal.PlainDate, start: number, end: number, random: Random): Pause[] {
  const length = end - start;
  const pause = (activity: { id: number }, at: number, seconds: number): Pause => {
    const startUnix = Math.round(start + length * at + random.integer(-32 * minute, 32 * minute));
    return { activityId: activity.id, startUnix, endUnix: startUnix + Math.round(seconds) };
  };
  const { break: rest, lunch, training, meeting } = sampleActivities;
  if (length < 6 * 60 * minute) return [pause(rest, 0.5, random.logNormal(12 * minute, 0.2))];
  const pauses = [
    pause(rest, 0.24, random.logNormal(14 * minute, 0.2)),
    pause(lunch, 0.48, random.logNormal(42 * minute, 0.15)),
    pause(rest, 0.74, random.logNormal(13 * minute, 0.2)),
  ];
  if (random.chance(0.06)) pauses.push(pause(training, 0.85, random.integer(4, 6) * 8 * minute));
  else if (date.dayOfWeek === 2 && random.chance(0.5)) pauses.push(pause(meeting, 0.12, 30 * minute));
  return pauses.sort((a, b) => a.startUnix - b.startUnix);
}

/** Login, available time between the pauses, logout: each begins where the one before it ends. */
function sessionSpans(
  agent: SampleAgent,
  start: number,
  end: number,
  pauses: readonly Pause[],
  random: Random,
): ActivitySpan[] {
  const spans: ActivitySpan[] = [];
  let at = start;
  const until = (activity: { id: number }, endUnix: number) => {
    if (endUnix <= at) return;
    spans.push({ agentId: agent.id, activityId: activity.id, startUnix: at, endUnix });
    at = endUnix;
  };
  until(sampleActivities.login, start + random.integer(20, 90));
  for (const { activityId, startUnix, endUnix } of pauses) {
    until(sampleActivities.available, startUnix);
    until({ id: activityId }, Math.min(endUnix, end - 10 * minute));
  }
  until(sampleActivities.available, end);
  until(sampleActivities.logout, end + random.integer(5, 25));
  return spans;
}

/** What lies after the end of the sample has not happened yet. */
function addSession(
  spans: readonly ActivitySpan[],
  sampleEndUnix: number,
  sessions: Session[],
  activities: ActivitySpan[],
): void {
  const happened = spans.filter((span) => span.startUnix < sampleEndUnix);
  if (happened.length === 0) return;
  const { agentId, startUnix: loginUnix } = happened[0]!;
  const logout = spans.at(-1)!.endUnix;
  sessions.push({ agentId, loginUnix, logoutUnix: logout <= sampleEndUnix ? logout : null });
  for (const span of happened) {
    activities.push(span.endUnix <= sampleEndUnix ? span : { ...span, endUnix: sampleEndUnix });
  }
}

/** Unix seconds of a local time given in minutes since midnight of `date`, which may lie in the next day. */
function localUnix(date: Temporal.PlainDate, minutes: number): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 });
  const day = date.add({ days: Math.floor(minutes / (24 * 60)) });
  return day.toZonedDateTime({ timeZone: sampleZone, plainTime: time }).epochMilliseconds / 1000;
}
