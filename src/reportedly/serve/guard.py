"""The guard: what holds for every answer (its policy) and every request (its host and its size)."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.serve.page import show_page

# Nothing but our own files: no script or style in the page itself, nothing from elsewhere, no frame, no plug-in.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Puts the policy on every answer; refuses requests that are too large, or that came by a name not ours.

    A page of another site can point a name of its own at this machine; what came by such a name is refused.
    """

    def __init__(self, app: ASGIApp, *, largest: int, hosts: Collection[str]) -> None:
        self._app = app
        self._largest = largest
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        headers = Headers(scope=scope)
        if name_host(headers.get("host", "")) not in self._hosts:
            await _refuse(400, "this app is not known by that name")(scope, receive, guarded)
        elif not self._fits(headers):
            message = f"more than {self._largest // 2**20} MB at once; nothing of it was kept: send it in parts"
            await _refuse(413, message)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _fits(self, headers: Headers) -> bool:
        """Tell whether a request says how large it is, if it has a body at all, and is not too large."""
        told = headers.get("content-length", "0")
        return "transfer-encoding" not in headers and told.isdigit() and int(told) <= self._largest


def _refuse(status: int, message: str) -> Response:
    return show_page("refusal.html", {"message": message, "status": status}, status=status)


def name_host(header: str) -> str:
    """Give a host's name or number without its port.

    >>> name_host("localhost:8000"), name_host("[::1]:8000"), name_host("127.0.0.1")
    ('localhost', '[::1]', '127.0.0.1')
    """
    end = header.rfind("]") + 1
    return (header[:end] or header.partition(":")[0]).lower()
