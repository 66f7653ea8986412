"""Who is reading: a person who signed in, the one user of a local copy, or a visitor.

Pages ask here what to offer; what may be written is decided again in `store`, on every write.
"""

import datetime as dt
import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import streamlit as st
from sqlmodel import Session

from components.language.markdown import escape
from components.language.text import _
from components.reader import clock, run, sessions
from store.people import identities, roles
from store.people.identities import Identity
from store.rights import rights
from store.rights.rights import LOCAL_USER, VISITOR, Act, Actor

LONGEST_SESSION = dt.timedelta(hours=12)
# Any of them says that somebody stands between the browser and us.
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads this run: the actor, a name for the screen, and why there are no more rights."""

    actor: Actor
    name: str = ""
    hint: str = ""
    is_signed_in: bool = False
    is_over: bool = False  # signed in too long ago, or signed out elsewhere


def begin_run() -> None:
    """Find out who reads, once for the whole run: an ended role takes effect on the next one."""
    # Streamlit says of everybody whether they are signed in, once sign-in is set up.
    is_set_up = "is_logged_in" in st.user
    st.session_state["sign_in_is_set_up"] = is_set_up
    if is_set_up:
        run.scope()["reader"] = _read_user()
        return
    if "local_reader" not in st.session_state:  # a session's headers never change
        st.session_state["local_reader"] = _read_local()
    run.scope()["reader"] = st.session_state["local_reader"]


def reader() -> Reader:
    """Who reads this run; a program that draws no page shows what a visitor may see."""
    return cast("Reader | None", run.stored("reader")) or Reader(VISITOR)


def actor() -> Actor:
    """Who would act."""
    return reader().actor


def may(act: Act) -> bool:
    """Whether a page for this act has something to offer the reader."""
    return rights.may_somewhere(actor(), act)


def admits(act: Act) -> bool:
    """Whether a page for this act is the reader's; tell everybody else how to be let in."""
    if may(act):
        return True
    hint = reader().hint or _("Your roles do not include this page. Ask the Secretariat.")
    st.info(escape(hint), icon=":material/lock:")
    return False


def is_configured() -> bool:
    """Whether sign-in is set up."""
    return bool(st.session_state.get("sign_in_is_set_up"))


def providers() -> list[str]:
    """The names of the identity providers to choose from; "" for a single unnamed one."""
    section = st.secrets["auth"]
    if "server_metadata_url" in section:
        return [""]
    return [
        name
        for name in section
        if isinstance(section[name], Mapping) and "client_id" in section[name]
    ]


def sign_out() -> None:
    """End every session of the reader, a copied cookie's too, and this browser's."""
    with sessions.writing() as session:
        person = identities.find(session, identity())
        if person is not None:
            identities.end_own_sessions(session, person)
    st.logout()


def accept(code: str) -> bool:
    """Bind the identity that is signed in by an invitation; False for a wrong or used code."""
    with sessions.writing() as session:
        return identities.bind(session, identity(), code) is not None


def writes_locally() -> bool:
    """Whether whoever sits at this machine may write without signing in: `make run` says so."""
    return os.environ.get("LOCAL_WRITING") == "yes"


def _read_local() -> Reader:
    if not writes_locally():
        return Reader(
            VISITOR,
            hint=_(
                "Read-only: sign-in is not set up, and this server was not started for this machine"
                " alone."
            ),
        )
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    if not _is_loopback(str(st.get_option("server.address") or "")):
        return Reader(
            VISITOR,
            hint=_(
                "Read-only: this server listens beyond this machine, and sign-in is not set up."
            ),
        )
    if any(name in headers for name in FORWARDED):
        return Reader(
            VISITOR,
            hint=_("Read-only: a proxy stands before this server, and sign-in is not set up."),
        )
    if not _is_loopback(_host(headers.get("host", ""))):
        return Reader(
            VISITOR,
            hint=_(
                "Read-only: the address in use is not this machine’s, and sign-in is not set up."
            ),
        )
    return Reader(LOCAL_USER, name=_("Local copy: you are the Secretariat."))


def _host(header: str) -> str:
    return header.rsplit(":", 1)[0] if not header.endswith("]") else header


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _read_user() -> Reader:
    if not st.user.get("is_logged_in"):
        return Reader(VISITOR, hint=_("Sign in to see this page."))
    known = _known(identity())
    if _is_over(known[2] if known else None):
        return Reader(
            VISITOR,
            name=known[0] if known else _claimed_name(),
            hint=_("Your session has ended. Sign in again."),
            is_signed_in=True,
            is_over=True,
        )
    if known is None:
        return Reader(
            VISITOR,
            name=_claimed_name(),
            hint=_(
                "You are signed in, but have no account here yet. Ask the Secretariat to add"
                " your e-mail address, or for an invitation code."
            ),
            is_signed_in=True,
        )
    return Reader(known[1], name=known[0], is_signed_in=True)


def _claimed_name() -> str:
    """What the provider calls somebody whom the store does not know."""
    return str(st.user.get("name") or st.user.get("email") or _("signed in"))


def _known(identity: Identity) -> tuple[str, Actor, dt.datetime | None] | None:
    with sessions.reading() as session:
        if (described := _described(session, identity)) is not None:
            return described
    if not identity.email:
        return None
    with sessions.writing() as session:  # only the first sign-in writes
        identities.bind(session, identity)
        return _described(session, identity)


def _described(
    session: Session, identity: Identity
) -> tuple[str, Actor, dt.datetime | None] | None:
    person = identities.find(session, identity)
    if person is None:
        return None
    return person.name, roles.actor_of(session, person, clock.today()), person.revoked_at


def identity() -> Identity:
    """What the identity provider says of who is signed in."""
    is_verified = st.user.get("email_verified") is True
    email = st.user.get("email")
    return Identity(
        issuer=str(st.user.get("iss") or ""),
        subject=str(st.user.get("sub") or ""),
        email=str(email) if email and is_verified else None,
    )


def _is_over(revoked_at: dt.datetime | None) -> bool:
    """Streamlit's cookie lasts 30 days and ignores the token's end; ours is twelve hours."""
    claim = st.user.get("iat")
    if not isinstance(claim, int | float):
        return True
    issued = dt.datetime.fromtimestamp(claim, dt.UTC)
    if clock.now() - issued > LONGEST_SESSION:
        return True
    # Providers stamp whole seconds: a sign-in in the second of the revocation counts as later.
    return revoked_at is not None and issued < revoked_at.replace(microsecond=0)
