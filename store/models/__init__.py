"""The tables. Plan and places change rarely; the ledger only grows."""

from store.models.activities import Activity, AssessmentCall
from store.models.base import Fact, LedgerRow, Revision, Stamped
from store.models.ledger import AuditEntry, Measurement, Review
from store.models.meetings import Decision, Meeting
from store.models.people import Organisation, Person, Role
from store.models.places import Place
from store.models.plan import (
    Goal,
    Indicator,
    Objective,
    ObjectiveTitle,
    PlanVersion,
    Target,
    Wording,
)
from store.models.reporting import Remark, SavedDraft, Schedule
from store.models.setting import Setting
from store.models.task_forces import Application, TaskReport
from store.models.twins import PilotCountry, TwinPair, TwinSide

__all__ = [
    "Activity",
    "Application",
    "AssessmentCall",
    "AuditEntry",
    "Decision",
    "Fact",
    "Goal",
    "Indicator",
    "LedgerRow",
    "Measurement",
    "Meeting",
    "Objective",
    "ObjectiveTitle",
    "Organisation",
    "Person",
    "PilotCountry",
    "Place",
    "PlanVersion",
    "Remark",
    "Review",
    "Revision",
    "Role",
    "SavedDraft",
    "Schedule",
    "Setting",
    "Stamped",
    "Target",
    "TaskReport",
    "TwinPair",
    "TwinSide",
    "Wording",
]
