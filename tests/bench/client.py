"""A Streamlit client without a browser: opens a page, changes one widget, waits for the end."""

import socket
import time
from dataclasses import dataclass, field

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.bench.servers import Server

ENDS = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
PROTOCOL = Subprotocol("streamlit")
QUICK: int | None = getattr(socket, "TCP_QUICKACK", None)  # Linux only


class NoRerunError(Exception):
    """The server answered with something else than the page that was asked for."""


@dataclass
class Session:
    """What a page told its browser: widgets, address, and the fragment that runs by itself."""

    buttons: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    uploader: str = ""
    session: str = ""
    page: str = ""
    query: str = ""
    fragment: str = ""
    is_whole: bool = False  # the last run was one of the whole page

    def request(
        self, state: WidgetState | None = None, fragment: str = "", name: str = ""
    ) -> bytes:
        """The message that asks for a run: of a widget, of a fragment, or of the page `name`."""
        message = BackMsg()
        if fragment:
            message.rerun_script.fragment_id = fragment
            message.rerun_script.is_auto_rerun = True
        message.rerun_script.query_string = self.query
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.page_name = name
        message.rerun_script.context_info.timezone = "UTC"
        if state is not None:
            message.rerun_script.widget_states.widgets.append(state)
        self.is_whole = False
        return message.SerializeToString()

    def lead(self, query: str) -> bytes:
        """The message that asks for the page at another address, as a link does."""
        self.query = query
        return self.request()

    def choice(self, option: str) -> WidgetState:
        """The state of a segmented control with this option chosen."""
        state = WidgetState(id=self.groups[option])
        state.string_array_value.data.append(option)
        return state

    def take(self, received: bytes) -> bool:
        """Take in a message of the server; whether it is the last one of its run.

        Errors: NoRerunError where the page shows an error.
        """
        message = ForwardMsg.FromString(received)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
            self.is_whole = True
        elif kind == "auto_rerun":
            self.fragment = message.auto_rerun.fragment_id
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._learn(message)
        # A run that was cut short for another one ends too, but not what was asked for.
        return kind == "script_finished" and message.script_finished in ENDS

    def _learn(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise NoRerunError(element.exception.message)
        if kind == "button":
            self.buttons[element.button.label] = element.button.id
        if kind == "file_uploader":
            self.uploader = element.file_uploader.id
        if kind == "button_group":
            for option in element.button_group.options:
                self.groups[option.content] = element.button_group.id


@dataclass
class Client(Session):
    """A session that waits for each answer."""

    socket: ClientConnection = field(kw_only=True)

    def press(self, label: str) -> float:
        """Press a button; the milliseconds until the page was sent."""
        return self._ask(self.request(WidgetState(id=self.buttons[label], trigger_value=True)))

    def choose(self, option: str) -> float:
        """Choose an option of a segmented control; the milliseconds until the page was sent."""
        return self._ask(self.request(self.choice(option)))

    def follow(self, query: str) -> float:
        """Follow a link to the same page in another view; the milliseconds until it was sent."""
        return self._ask(self.lead(query))

    def poll(self) -> float:
        """Run the fragment that a browser runs by itself; the milliseconds until its end."""
        return self._ask(self.request(fragment=self.fragment))

    def open(self, page: str = "") -> float:
        """Ask for a page, the first one unless another is named; the milliseconds until it came."""
        return self._ask(self.request(name=page))

    def upload(self, browser: httpx.Client, name: str, content: bytes) -> float:
        """Bring a file to the page's one uploader; the milliseconds until the page was sent.

        Errors: httpx.HTTPStatusError where the server does not take it.
        """
        begin = time.perf_counter()
        place = self._place(name)
        browser.get("/_stcore/health")  # for the cookie that a foreign page does not have
        browser.put(
            place.upload_url,
            files={"file": (name, content)},
            headers={"x-xsrftoken": browser.cookies["_streamlit_xsrf"]},
        ).raise_for_status()
        state = WidgetState(id=self.uploader)
        state.file_uploader_state_value.uploaded_file_info.add(
            name=name, size=len(content), file_id=place.file_id, file_urls=place
        )
        self._ask(self.request(state))
        return (time.perf_counter() - begin) * 1000

    def _place(self, name: str) -> FileURLs:
        """Where the server wants a file."""
        message = BackMsg()
        message.file_urls_request.request_id = name
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self.session
        self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(self._receive())
            if answer.WhichOneof("type") == "file_urls_response":
                return answer.file_urls_response.file_urls[0]

    def _ask(self, request: bytes) -> float:
        begin = time.perf_counter()
        self.socket.send(request)
        while not self.take(self._receive()):
            pass
        return (time.perf_counter() - begin) * 1000

    def _receive(self) -> bytes:
        if QUICK is not None:  # or the wait before acknowledging would count
            self.socket.socket.setsockopt(socket.IPPROTO_TCP, QUICK, 1)
        received = self.socket.recv(timeout=120)
        return received if isinstance(received, bytes) else received.encode()


def stream(server: Server) -> str:
    """Where the server's websocket is."""
    return f"ws://127.0.0.1:{server.port}/_stcore/stream"


def opened(server: Server, page: str = "") -> Client:
    """Connect and open a page, the first one unless another is named."""
    connection = connect(
        stream(server),
        subprotocols=[PROTOCOL],
        max_size=None,
        compression=None,
    )
    client = Client(socket=connection)
    client.open(page)
    return client


def switch_plan(client: Client, plan: str) -> float:
    """Change the plan version; the milliseconds until the page was sent.

    Errors: NoRerunError when the page did not follow.
    """
    spent = client.follow(f"plan={plan}")
    if ("plan=2020" in client.query) != (plan == "2020"):
        raise NoRerunError(f"The page shows “{client.query}”, not plan {plan}.")
    return spent
