"""What the audit calls rows and their contents: no name of a table, no key, no code of a value."""

import datetime as dt
import json
from uuid import UUID

from components.language.text import _c, instant
from components.reader import cache, people_names, places
from components.steward.audit_fields import named
from components.wording import flags
from components.wording.short import answer
from store.models import AuditEntry

BOOKKEEPING = {"id", "client_key", "recorded_at", "revision", "supersedes_id"}
PEOPLE = {"attendee", "chair", "reporter", "reviewer", "author", "decided_by"}
PLACES = {"place_code", "country_code", "region_code"}


def row(subject: str) -> str:
    """Which row an entry is about: its kind in words, and its number or code."""
    table, _blank, key = subject.partition(" ")
    return f"{cache.derived('kinds of rows', (), _kinds).get(table, table)} {key}"


def searched(words: str) -> str:
    """What the store is asked for, where somebody typed a kind of row as the audit calls it."""
    for table, kind in _kinds().items():
        words = words.replace(kind, table)
    return words


def changed(entry: AuditEntry) -> list[tuple[str, str, str]]:
    """What an entry changed, as (field, before, after); numbers that only tie rows are left out."""
    before, after = entry.before or {}, entry.after or {}
    fields = dict.fromkeys([*after, *before])
    return [
        (named(field), value(field, before.get(field)), value(field, after.get(field)))
        for field in fields
        if field not in BOOKKEEPING
        and before.get(field) != after.get(field)
        and not _is_key(after.get(field, before.get(field)))
    ]


def value(field: str, content: object) -> str:
    """What a field held, as a reader says it."""
    if content in (None, "", []):
        return "–"
    if isinstance(content, bool):
        return answer(is_yes=content)
    if isinstance(content, list):
        return ", ".join(value(field, part) for part in content)
    if not isinstance(content, str):
        return json.dumps(content, ensure_ascii=False)
    return _text(field, content)


def _text(field: str, content: str) -> str:
    if field == "flags":
        return flags.said(content)
    if field in PLACES and content in cache.places():
        return places.name(content)
    if field == "indicator_code":
        return _indicator(content)
    if field in PEOPLE:
        return people_names.display(content)
    return _moment(content)


def _indicator(code: str) -> str:
    found = next((one for one in cache.indicators() if one.code == code), None)
    return f"{found.objective_code or '–'} {found.name}" if found else code


def _moment(content: str) -> str:
    """An instant as the rest of the app writes one; any other text as it is."""
    if len(content) < len("2026-01-01T00:00:00") or content[10:11] != "T":
        return content
    try:
        return instant(dt.datetime.fromisoformat(content))
    except ValueError:
        return content


def _is_key(content: object) -> bool:
    """Whether it only ties rows together."""
    try:
        return isinstance(content, str) and str(UUID(content)) == content
    except ValueError:
        return False


def _kinds() -> dict[str, str]:
    return {
        "activity": _c("kind of row", "activity"),
        "agreement": _c("kind of row", "agreement"),
        "application": _c("kind of row", "application"),
        "assessment_call": _c("kind of row", "assessment call"),
        "attendance": _c("kind of row", "attendance"),
        "audit_entry": _c("kind of row", "audit entry"),
        "complete_year": _c("kind of row", "complete year"),
        "complete_year_review": _c("kind of row", "complete year review"),
        "decision": _c("kind of row", "decision"),
        "document": _c("kind of row", "document"),
        "document_copy": _c("kind of row", "document copy"),
        "finding": _c("kind of row", "finding"),
        "goal": _c("kind of row", "goal"),
        "indicator": _c("kind of row", "indicator"),
        "indicator_rule": _c("kind of row", "indicator rule"),
        "measurement": _c("kind of row", "measurement"),
        "meeting": _c("kind of row", "meeting"),
        "notice": _c("kind of row", "notice"),
        "notice_answer": _c("kind of row", "notice answer"),
        "objective": _c("kind of row", "objective"),
        "objective_title": _c("kind of row", "objective title"),
        "organisation": _c("kind of row", "organisation"),
        "person": _c("kind of row", "person"),
        "pilot_country": _c("kind of row", "pilot country"),
        "place": _c("kind of row", "place"),
        "plan_version": _c("kind of row", "plan version"),
        "remark": _c("kind of row", "remark"),
        "reminder_wish": _c("kind of row", "reminder wish"),
        "review": _c("kind of row", "review"),
        "role": _c("kind of row", "role"),
        "running_order": _c("kind of row", "running order"),
        "saved_draft": _c("kind of row", "saved draft"),
        "schedule": _c("kind of row", "schedule"),
        "sent_reminder": _c("kind of row", "sent reminder"),
        "setting": _c("kind of row", "setting"),
        "soil_sampling": _c("kind of row", "soil sampling"),
        "soil_sampling_review": _c("kind of row", "soil sampling review"),
        "target": _c("kind of row", "target"),
        "task_report": _c("kind of row", "task report"),
        "twin_pair": _c("kind of row", "twin pair"),
        "twin_side": _c("kind of row", "twin side"),
        "wording": _c("kind of row", "wording"),
    }
