"""Computes from a source database what an import has to store, by the rules of docs/architecture.md and by nothing else.

Reads a description (JSON, standard input); writes (JSON, standard output), for each of its cases, the hundredths by WFM queue
and value type and by instant, the instants that "write null values" sets to 0, how many rows were odd (counted by time stamp and
queue, and one by one), and whether rows have to be reported for their zone. Shares no code with the engine, and is slow on purpose: a day is looked at minute by minute,
clock changes are found by asking for the offset of each of them, sums are decimal fractions.
"""

import bisect
import datetime
import json
import re
import sqlite3
import sys
import zoneinfo
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60

MINUTE = 60
DAY = 86_400
LIMIT = Decimal(2) ** 53 - 1
INVALID = "invalid"
EPOCH = datetime.date(1970, 1, 1)


# Clocks


class Clock:
    """Offsets of a zone in seconds, asked for minute by minute."""

    known = {}

    def __init__(self, name):
        self.fixed = fixed_offset(name)
        self.zone = None if self.fixed is not None else zoneinfo.ZoneInfo(name)
        self.offsets = {}
        self.instants = {}

    @classmethod
    def of(cls, name):
        if name not in cls.known:
            cls.known[name] = cls(name)
        return cls.known[name]

    def offset(self, utc):
        if self.fixed is not None:
            return self.fixed
        minute = utc // MINUTE
        if minute not in self.offsets:
            at = datetime.datetime.fromtimestamp(minute * MINUTE, datetime.timezone.utc)
            self.offsets[minute] = int(at.astimezone(self.zone).utcoffset().total_seconds())
        return self.offsets[minute]

    def local(self, utc):
        return utc + self.offset(utc)

    def changes(self, utc):
        """Whether the clock changes at the beginning of this minute."""
        return self.offset(utc) != self.offset(utc - MINUTE)

    def instant(self, local):
        """The first instant that shows this, and 'repeated', 'missing' or 'change' where that is not all there is to say."""
        if local not in self.instants:
            self.instants[local] = self.find(local)
        return self.instants[local]

    def find(self, local):
        shown = [
            utc
            for utc in sorted({local - self.offset(local + shift * 3600) for shift in range(-30, 31, 3)})
            if self.local(utc) == local
        ]
        if shown:
            return shown[0], "repeated" if len(shown) > 1 else None
        # The clock jumped over it: as if it had not.
        for utc in range(local // MINUTE * MINUTE - 2 * DAY, local // MINUTE * MINUTE + 2 * DAY, MINUTE):
            before, after = self.offset(utc - MINUTE), self.offset(utc)
            if before < after and utc + before <= local < utc + after:
                return local - before, "missing" if local > utc + before else "change"
        raise ValueError(f"no instant for {local}")


def fixed_offset(name):
    if name in ("UTC", "Z", "GMT"):
        return 0
    match = re.fullmatch(r"([+-])(\d\d):?(\d\d)", name)
    if not match:
        return None
    seconds = int(match[2]) * 3600 + int(match[3]) * 60
    return -seconds if match[1] == "-" else seconds


def clock_of_row(cell):
    """None: the row says nothing. Raises KeyError for what is no offset and no zone."""
    text = "" if cell is None else str(cell).strip()
    if text == "":
        return None
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", text) and not re.fullmatch(r"([+-](0\d|1[0-4])|0\d)[0-5]\d", text):
        number = Decimal(text)
        seconds = number * (3600 if abs(number) <= 14 else 60 if abs(number) <= 840 else 1)
        if seconds % 900 != 0 or abs(seconds) > 14 * 3600:
            raise KeyError(text)
        sign = "-" if seconds < 0 else "+"
        minutes = abs(int(seconds)) // 60
        return Clock.of(f"{sign}{minutes // 60:02}:{minutes % 60:02}")
    if re.fullmatch(r"\d{4}", text):
        text = "+" + text
    try:
        return Clock.of(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise KeyError(text) from None


# Days and intervals


class Grid:
    """The intervals of one local day."""

    known = {}

    def __init__(self, zone, minutes, day):
        clock = Clock.of(zone)
        self.clock, self.minutes = clock, minutes
        self.start, self.end = first_instant(clock, day), first_instant(clock, day + 1)
        self.starts = [utc for utc in range(self.start, self.end, MINUTE) if utc == self.start or border(clock, utc, minutes)]
        self.slots = {}
        slot = -1
        for utc in range(self.start, self.end, MINUTE):
            if slot + 1 < len(self.starts) and self.starts[slot + 1] == utc:
                slot += 1
            self.slots[utc] = slot

    @classmethod
    def of(cls, zone, minutes, day):
        key = (zone, minutes, day)
        if key not in cls.known:
            cls.known[key] = cls(*key)
        return cls.known[key]

    def slot(self, utc):
        return self.slots.get(utc // MINUTE * MINUTE, -1)

    def slot_end(self, slot):
        return self.starts[slot + 1] if slot + 1 < len(self.starts) else self.end


def first_instant(clock, day):
    """The first minute of which the clock says that the day has begun."""
    utc = day * DAY - 16 * 3600
    while clock.local(utc) < day * DAY:
        utc += MINUTE
    return utc


def border(clock, utc, minutes):
    """Whether an interval of this clock begins (and another one ends) there."""
    return utc % MINUTE == 0 and (clock.changes(utc) or clock.local(utc) % (minutes * MINUTE) == 0)


def day_number(text):
    return (datetime.date.fromisoformat(text) - EPOCH).days


# Time stamps

ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)? ?(?:(Z|UTC)|([+-])(\d\d)(?::?(\d\d))?)?", re.I
)


def seconds_of(year, month, day, hour=0, minute=0, second=0):
    days = (datetime.date(int(year), int(month), int(day)) - EPOCH).days
    ends_day = int(hour) == 24 and int(minute) == int(second) == 0
    if not ends_day and (int(hour) > 23 or int(minute) > 59 or int(second) > 59):
        raise ValueError("no time of the day")
    return days * DAY + int(hour) * 3600 + int(minute) * 60 + int(second)


def read_stamp(kind, cells):
    """('utc', seconds) or ('local', seconds)."""
    raw = cells[0]
    if kind == "unix":
        return "utc", int(Decimal(str(raw)) // 1)
    if kind == "date-hhmm":
        hours, minutes = divmod(int(cells[1]), 100)
        return "local", seconds_of(*raw.split("-"), hours, minutes)
    if kind == "dd.mm.yyyy HH:MM":
        day, month, year, hour, minute = re.fullmatch(r"(\d+)\.(\d+)\.(\d{4}) (\d+):(\d\d)", raw).groups()
        return "local", seconds_of(year, month, day, hour, minute)
    if kind == "yyyymmddHHMMSS":
        parts = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", str(raw)).groups()
        return "local", seconds_of(*parts)
    if kind == "yyyymmdd HHMM":
        return "local", seconds_of(*re.fullmatch(r"(\d{4})(\d\d)(\d\d) (\d\d)(\d\d)", raw).groups())
    if kind == "m/d/yyyy h:MM tt":
        month, day, year, hour, minute, half = re.fullmatch(r"(\d+)/(\d+)/(\d{4}) (\d+):(\d\d) ([AP]M)", raw).groups()
        return "local", seconds_of(year, month, day, int(hour) % 12 + (12 if half == "PM" else 0), minute)
    match = ISO.fullmatch(raw)
    local = seconds_of(match[1], match[2], match[3], match[4] or 0, match[5] or 0, match[6] or 0)
    if match[7]:
        return "utc", local
    if match[8]:
        offset = int(match[9]) * 3600 + int(match[10] or 0) * 60
        return "utc", local + offset if match[8] == "-" else local - offset
    return "local", local


# Figures


def number(raw, is_text):
    """A decimal fraction; None for null; INVALID for what is no number or too large."""
    if raw is None:
        return None
    text = repr(raw) if isinstance(raw, (int, float)) else str(raw).strip()
    value = None
    if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", text, re.I):
        value = Decimal(text)
    elif is_text:
        decimal_comma = re.fullmatch(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d*),(\d+)", text)
        thousands = re.fullmatch(r"([+-]?)([1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?", text)
        if thousands and (thousands[3] or text.count(",") > 1):
            value = Decimal(text.replace(",", ""))
        elif decimal_comma and not thousands:
            value = Decimal(text.replace(".", "").replace(",", "."))
    if value is None or abs(value) > LIMIT:
        return INVALID
    return value


def aggregate(function, values):
    """Of the rows that the source puts together; an average as (sum, count)."""
    present = [value for value in values if value is not None]
    if function == "COUNT":
        return Decimal(len(present))
    if INVALID in present:
        return INVALID
    if function == "AVG":
        return (sum(present), Decimal(len(present))) if present else None
    if not present:
        return None
    return {"SUM": sum, "MIN": min, "MAX": max}[function](present)


def combined(function, before, value):
    if before is None or value is None:
        return value if before is None else before
    if INVALID in (before, value):
        return INVALID
    if function == "AVG":
        return before[0] + value[0], before[1] + value[1]
    if function in ("SUM", "COUNT"):
        return before + value
    return min(before, value) if function == "MIN" else max(before, value)


def part_of(function, value, part, parts):
    if function not in ("SUM", "COUNT") or value in (None, INVALID):
        return value
    if value == value.to_integral_value():
        share = (value / parts).to_integral_value(ROUND_DOWN)
    else:
        share = (value * 100 / parts).to_integral_value(ROUND_DOWN) / 100
    return value - share * (parts - 1) if part == 0 else share


def final(function, value):
    if value in (None, INVALID):
        return value
    if function == "AVG":
        if value[1] == 0:
            return None
        value = value[0] / value[1]
    value = value.quantize(Decimal(1).scaleb(-9), ROUND_HALF_EVEN)
    return INVALID if abs(value) > LIMIT else value


# What the scripts compute, before it is multiplied by 100

SCRIPTS = {
    "sum": lambda *paras: sum(paras),
    "average": lambda *paras: sum(paras[:-1]) / paras[-1] if paras[-1] > 0 else 0,
    "percent": lambda part, whole: part / whole * 100 if whole != 0 else 100,
}

# A case


def place(case, grid, kind, seconds, row_clock, written):
    """(start, end, minutes, spread, hour): spread is 'one', 'coarser' or 'across', minutes None for calls."""
    own = Clock.of(case["sourceZone"]) if case["sourceZone"] else grid.clock
    hour = None
    if kind == "utc":
        at = seconds
    else:
        at, hour = (row_clock or own).instant(seconds)
    length = written or case["interval"]
    clocks = [own] + ([row_clock] if row_clock else [])
    if hour == "change":
        hour = None if case["isEnd"] else "missing"
    if case["isEnd"]:
        clock = next((one for one in clocks if border(one, at, length)), None)
        if clock is None:
            # The last minute of an interval, or its last second.
            last = MINUTE if at % MINUTE == 0 else 1
            clock = next((one for one in clocks if border(one, at + last, length)), None)
            at += last if clock else 0
        start = at - length * MINUTE
        if clock and length <= 60:
            start = at - MINUTE
            while not border(clock, start, length):
                start -= MINUTE
        at = start
    if length is None:
        return at, at, None, "one", hour
    clock = next((one for one in clocks if border(one, at, length)), None)
    if clock is None and not written:
        return at, at, None, "one", hour
    end = at + length * MINUTE
    if clock and length <= 60:
        end = at + MINUTE
        while not border(clock, end, length):
            end += MINUTE
    touched = {grid.slot(utc) for utc in range(at // MINUTE * MINUTE, end, MINUTE)}
    if len(touched) == 1:
        return at, end, length, "one", hour
    if length > DAY // MINUTE:
        # Nobody believes that, or looks for it for longer than a day.
        return at, end if at >= grid.start - DAY else at, length, "across", hour
    step = grid.minutes * MINUTE
    if end - at > step:
        starts = range(at, end, step)
        changes = length > 60 and (clock or own).offset(at) != (clock or own).offset(end - 1)
        whole = (end - at) % step == 0 and not changes and all(
            grid.slot(utc) < 0 or (grid.starts[grid.slot(utc)] == utc and grid.slot_end(grid.slot(utc)) == utc + step)
            for utc in starts
        )
        return at, end, length, "coarser" if whole else "across", hour
    return at, end, length, "across", hour


def reached(grid, start, end):
    """The slots of a stretch of time that are of this day."""
    if start >= grid.end or end <= grid.start:
        return []
    slots = {grid.slot(utc) for utc in range(start // MINUTE * MINUTE, end, MINUTE)}
    return sorted(slots - {-1})


def off_clock(case, grid, placed):
    """What rows lie across that begin at the same odd quarter, all of them, in UTC or by their clock: then they are no calls."""
    step = (case["interval"] or 0) * MINUTE
    if step <= 900 or case["kind"] == "date-hhmm":
        return []
    own = Clock.of(case["sourceZone"]) if case["sourceZone"] else grid.clock
    of_day, across, is_off = [], [], False
    for row in placed:
        start, end = row["start"], row["start"] + step
        if reached(grid, start, row["end"] if row["minutes"] else end):
            of_day.append(start)
        slots = reached(grid, start, end)
        is_short = row["minutes"] and row["end"] < end
        if slots and (is_short or not row["minutes"]) and grid.slot(start) != grid.slot(end - 1):
            across.append((row["queue"], slots[0], slots[-1]))
            is_off = is_off or not row["minutes"]
    odd = (0, 840, 899) if case["isEnd"] else (0,)
    for behind in ({start % step for start in of_day}, {own.local(start) % step for start in of_day}):
        if is_off and len(behind) == 1 and behind.pop() % 900 in odd:
            return across
    return []


def compute_day(case, grid, rows, hours):
    """{(queue, figure): {slot: value}} of one grid, for all queues of the source; `hours` gets those of the rows that count."""
    placed = []
    for row in rows:
        start, end, minutes, spread, hour = place(case, grid, row["kind"], row["seconds"], row["clock"], row["written"])
        placed.append({**row, "start": start, "end": end, "minutes": minutes, "spread": spread, "hour": hour})
    cells = {}

    def spoil(queue, first, last):
        for figure in case["figures"]:
            for slot in range(first, last + 1):
                cells.setdefault((queue, figure["name"]), {})[slot] = INVALID

    def add(row, slot, part, parts):
        for figure in case["figures"]:
            value = row["figures"][figure["name"]]
            if value is None:
                continue
            of = cells.setdefault((row["queue"], figure["name"]), {})
            of[slot] = combined(figure["function"], of.get(slot), part_of(figure["function"], value, part, parts))

    for row in placed:
        taken = False
        if row["spread"] == "one":
            slot = grid.slot(row["start"])
            if slot >= 0:
                add(row, slot, 0, 1)
                taken = True
        elif row["spread"] == "coarser" and case["split"]:
            step = grid.minutes * MINUTE
            for part, utc in enumerate(range(row["start"], row["end"], step)):
                if grid.slot(utc) >= 0:
                    add(row, grid.slot(utc), part, (row["end"] - row["start"]) // step)
                    taken = True
        else:
            slots = reached(grid, row["start"], row["end"])
            if slots:
                spoil(row["queue"], slots[0], slots[-1])
                taken = True
        if taken:
            hours[row["id"]] = row["hour"]
    for queue, first, last in off_clock(case, grid, placed):
        spoil(queue, first, last)
    return cells


def source_rows(database, case, queues):
    """Rows as the source's SQL puts them together: by time stamp and queue."""
    figures = case["figures"]
    columns = [*case["stampColumns"], case["queueColumn"], *[figure["column"] for figure in figures]]
    grouped = {}
    stamps = len(case["stampColumns"])
    for row in database.execute(f'SELECT {", ".join(columns)} FROM {case["table"]}'):
        if row[stamps] in queues:
            grouped.setdefault(row[: stamps + 1], []).append(row[stamps + 1 :])
    rows = []
    for key, members in grouped.items():
        stamp, queue = key[:stamps], key[stamps]
        try:
            kind, seconds = read_stamp(case["kind"], stamp)
        except (ValueError, TypeError, AttributeError):
            continue
        clock = None
        is_unknown = False
        if case["hasZoneColumn"] and kind == "local":
            try:
                clock = clock_of_row(stamp[1])
            except KeyError:
                is_unknown = True
        written = int(stamp[2]) if case["kind"] == "date-hhmm" else None
        values = {
            figure["name"]: aggregate(figure["function"], [number(member[at], figure["isText"]) for member in members])
            for at, figure in enumerate(figures)
        }
        rows.append(
            {
                "id": len(rows),
                "members": len(members),
                "kind": kind,
                "seconds": seconds,
                "clock": clock,
                "written": written,
                "queue": queue,
                "figures": values,
                "isUnknown": is_unknown,
            }
        )
    return rows


def is_no_number(function, value):
    return function != "COUNT" and value == INVALID


def compute(database, case):
    values, gaps, problems = {}, {}, {}
    mapped = {}
    for mapping in case["mappings"]:
        interval = case["interval"]
        misfit = interval and case["kind"] != "date-hhmm" and mapping["minutes"] % interval != 0
        if misfit and not (interval % mapping["minutes"] == 0 and case["split"]):
            continue
        mapped.setdefault((mapping["zone"], mapping["minutes"]), []).append(mapping)
    queues = {source["key"] for mappings in mapped.values() for mapping in mappings for source in mapping["sources"]}
    rows = source_rows(database, case, queues)
    known = sorted((row for row in rows if not row["isUnknown"]), key=lambda row: row["seconds"])
    seconds = [row["seconds"] for row in known]
    unknown = [row["seconds"] for row in rows if row["isUnknown"]]
    functions = {figure["name"]: figure["function"] for figure in case["figures"]}
    for day in range(day_number(case["fromDay"]), day_number(case["toDay"]) + 1):
        odd = {}
        empty = {}
        for (zone, minutes), mappings in mapped.items():
            grid = Grid.of(zone, minutes, day)
            first = bisect.bisect_left(seconds, grid.start - case["marginHours"] * 3600)
            near = known[first : bisect.bisect_right(seconds, grid.end + case["marginHours"] * 3600)]
            hours = {}
            cells = compute_day(case, grid, near, hours)
            for row, hour in hours.items():
                odd[row] = odd.get(row) or hour
            for mapping in mappings:
                of = [
                    (functions[source["figure"]], cells.get((source["key"], source["figure"]), {}))
                    for source in mapping["sources"]
                ]
                key = f'{mapping["queueId"]}/{mapping["valueTypeId"]}'
                stored = values.setdefault(key, {})
                for slot, start in enumerate(grid.starts):
                    parts = [final(function, cell.get(slot)) for function, cell in of]
                    if INVALID in parts:
                        continue
                    if all(part is None for part in parts):
                        empty.setdefault((key, tuple(source["figure"] for source in mapping["sources"])), []).append(str(start))
                        continue
                    result = SCRIPTS[mapping["script"]](*(Fraction(part or 0) for part in parts)) * 100
                    if abs(result) <= LIMIT:
                        # Decimals are cut off, toward zero.
                        stored[str(start)] = int(result)
        for row, hour in odd.items():
            if hour:
                code = {"repeated": "STAMP_REPEATED_HOUR", "missing": "STAMP_MISSING_HOUR"}[hour]
                least, most = problems.get(code, (0, 0))
                problems[code] = (least + 1, most + rows[row]["members"])
        # With "write null values": 0 where nothing was counted, on days with rows, where all that was read is a number.
        bad = {
            name
            for row in odd
            for name, value in rows[row]["figures"].items()
            if is_no_number(functions[name], value)
        }
        for (key, figures), starts in empty.items():
            if odd and not bad.intersection(figures):
                gaps.setdefault(key, []).extend(starts)
    # Where exactly a row without a clock is, nobody knows: one well within the days has to be told of, others may be.
    first, last = day_number(case["fromDay"]) * DAY, (day_number(case["toDay"]) + 1) * DAY
    unknown_zones = "must" if any(first <= at < last for at in unknown) else "may" if unknown else "none"
    stored = {key: value for key, value in values.items() if value}
    return {"values": stored, "gaps": gaps, "problems": problems, "unknownZones": unknown_zones}


def main():
    description = json.load(sys.stdin)
    if "zones" in description:
        unknown = [name for name in description["zones"] if not usable(name)]
        json.dump({"unknown": unknown, "python": sys.version.split()[0], "zoneData": zone_data_version()}, sys.stdout)
        return
    database = sqlite3.connect(f'file:{description["database"]}?mode=ro', uri=True)
    cases = {str(case["id"]): compute(database, case) for case in description["cases"]}
    json.dump({"cases": cases}, sys.stdout)


def zone_data_version():
    for folder in zoneinfo.TZPATH:
        try:
            with open(f"{folder}/tzdata.zi", encoding="ascii") as file:
                return file.readline().split()[-1]
        except OSError:
            continue
    return "unknown"


def usable(name):
    try:
        zoneinfo.ZoneInfo(name)
        return True
    except zoneinfo.ZoneInfoNotFoundError:
        return False


if __name__ == "__main__":
    main()
