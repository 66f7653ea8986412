"""A wish to join a task force as somebody typed it."""

from typing import Self

from pydantic import field_validator, model_validator

from store.ground import texts
from store.ground.drafts import Draft
from store.ground.errors import InvalidPersonError
from store.models import RoleKind
from store.models.task_forces import WANTED_ROLES, ApplicationFields
from store.people.person_draft import Name
from store.rights import rights

SHORTEST = 10  # characters of a motivation and of its answer


class ApplicationDraft(ApplicationFields, Draft):
    """Which role somebody wishes in which task force, where they come from, and why."""

    organisation_name: Name

    @field_validator("role")
    @classmethod
    def check_role(cls, role: RoleKind) -> RoleKind:
        """Refuse a role that nobody can ask for."""
        if role not in WANTED_ROLES:
            raise InvalidPersonError(
                "Choose one of these roles: {roles}.",
                roles=tuple(rights.ROLE_NAMES[wanted] for wanted in WANTED_ROLES),
            )
        return role

    @field_validator("motivation")
    @classmethod
    def check_motivation(cls, motivation: str) -> str:
        """Refuse a wish without a reason."""
        return texts.demand(motivation, "motivation", SHORTEST)

    @model_validator(mode="after")
    def check_region(self) -> Self:
        """Refuse a representative of no region, and others of one."""
        if (self.role == RoleKind.REGIONAL_REPRESENTATIVE) != (self.region_code is not None):
            raise InvalidPersonError(
                "A Regional Representative has a region, the others have none."
            )
        return self
