"""No run loses its end to a fragment that asks to be drawn in the moment when the run is over.

Streamlit 1.67 gives such a fragment a new runner at once, and from then on ignores what the old one
has not delivered yet: the rest of the page never comes, or that of the view before stays there.
"""

from streamlit.runtime import websocket_session_manager
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner import RerunData

SOON = 0.005  # seconds; what is not delivered yet comes with the next turns of the event loop


class PatientSession(AppSession):
    """A session that hears each run to its end before it begins another one."""

    def _create_scriptrunner(self, initial_rerun_data: RerunData) -> None:
        runner = self._scriptrunner
        if self._state is AppSessionState.SHUTDOWN_REQUESTED:
            return
        if runner is None:
            super()._create_scriptrunner(initial_rerun_data)
        elif not runner.request_rerun(initial_rerun_data):  # over, and still to be heard
            self._event_loop.call_later(SOON, self._create_scriptrunner, initial_rerun_data)


def keep() -> None:
    """Let all sessions from now on be patient ones."""
    websocket_session_manager.AppSession = PatientSession  # pyright: ignore[reportPrivateImportUsage]
