"""calendars.py ZONE FILE...: iTIP messages applied in their order, as python-icalendar reads them; prints the calendar that is left, as JSON."""
import json
import sys
from zoneinfo import ZoneInfo

import icalendar

zone = ZoneInfo(sys.argv[1])
held = {}
for name in sys.argv[2:]:
    with open(name, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    method = str(calendar.get("METHOD"))
    for event in calendar.walk("VEVENT"):
        uid, sequence = str(event["UID"]), int(event.get("SEQUENCE", 0))
        # An older version never takes the place of a newer one (RFC 5546 §2.1.5).
        if uid in held and held[uid][0] > sequence:
            continue
        if method == "CANCEL":
            held.pop(uid, None)
        elif method == "REQUEST":
            held[uid] = (sequence, event)
print(json.dumps(sorted(
    f"{event['DTSTART'].dt.astimezone(zone):%Y-%m-%d %H:%M} {event['SUMMARY']}" for _, event in held.values()
)))
