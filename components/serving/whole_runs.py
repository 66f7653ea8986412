"""A run reaches its browser whole: in one piece where it is short, and never without its end.

And what was pressed on a page that its reader has left leads nobody back.

Streamlit 1.67 sends what a run draws piece by piece, and for each piece a browser works its way
through the whole page and paints it. It gives a fragment that asks to be drawn in the moment when a
run is over a new runner at once, and from then on ignores what the old one has not delivered yet:
the rest of the page never comes, or that of the view before stays there. What is pressed a moment
before a link is followed, its browser sends after the link.
"""

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import websocket_session_manager
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner import RerunData

SHORT = 0.05  # seconds; of a run that takes longer, what is drawn by then is sent
SOON = 0.005  # seconds; what is not delivered yet comes with the next turns of the event loop


class PatientSession(AppSession):
    """A session that hears each run to its end before it begins another one, and tells it whole."""

    _told_from = 0.0  # when on the event loop's clock what the run draws is sent before its end
    _page = ""  # hash of the page that was asked for or drawn last

    def request_rerun(self, client_state: ClientState | None) -> None:
        """Draw what is asked for; what a page asks for that was left, nobody waits for."""
        if client_state and client_state.page_script_hash:
            if self._page not in ("", client_state.page_script_hash) and _is_press(client_state):
                return
            self._page = client_state.page_script_hash
        super().request_rerun(client_state)

    def _enqueue_forward_msg(self, msg: ForwardMsg) -> None:
        super()._enqueue_forward_msg(msg)
        kind = msg.WhichOneof("type")
        if kind == "navigation":
            self._page = msg.navigation.page_script_hash  # a page may lead on to another
        if kind == "new_session" and self._message_enqueued_callback:
            self._told_from = self._event_loop.time() + SHORT
            self._event_loop.call_at(self._told_from, self._message_enqueued_callback)

    def flush_browser_queue(self) -> list[ForwardMsg]:
        """What to send now: of a run that is still short, nothing before its end."""
        is_running = self._state is AppSessionState.APP_IS_RUNNING
        if is_running and self._event_loop.time() < self._told_from:
            return []
        return super().flush_browser_queue()

    def _create_scriptrunner(self, initial_rerun_data: RerunData) -> None:
        runner = self._scriptrunner
        if self._state is AppSessionState.SHUTDOWN_REQUESTED:
            return
        if runner is None:
            super()._create_scriptrunner(initial_rerun_data)
        elif not runner.request_rerun(initial_rerun_data):  # over, and still to be heard
            self._event_loop.call_later(SOON, self._create_scriptrunner, initial_rerun_data)


def _is_press(asked: ClientState) -> bool:
    """Whether a button asks, or a part of a page; a reader who goes elsewhere asks by neither."""
    return bool(asked.fragment_id) or any(one.trigger_value for one in asked.widget_states.widgets)


def keep() -> None:
    """Let all sessions from now on be patient ones."""
    websocket_session_manager.AppSession = PatientSession  # pyright: ignore[reportPrivateImportUsage]
