"""Which addresses are Microsoft's, and so may be given our token. Asked on the way in and before every send.

Nothing is sent from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

# Where Teams lets its bots call it: the public cloud and the sovereign ones.
# Source: the well-known service endpoints in Microsoft's Agents SDK (TeamsServiceEndpoints) and the Bot
# Framework's REST reference.
_HOSTS = frozenset(
    {
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    }
)
_DOMAINS = (
    ".botframework.com",
    ".botframework.us",
    ".botframework.azure.us",
    ".botframework.azure.cn",
)
# Printable ASCII without spaces, quotes, backslash, and what belongs to queries and fragments: an address
# that needs more than this is not one of Microsoft's, and parsers disagree about it.
_PLAIN = re.compile(r"[A-Za-z0-9:/._\-\[\]~%]{1,500}")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class ServiceUrls:
    """The allow-list.

    `extra_hosts` are `host` or `host:port`, for development; a loopback one may also be plain http.
    `any_loopback` lets every loopback address in (Microsoft's Agents Playground, without tokens).
    """

    extra_hosts: tuple[str, ...] = ()
    any_loopback: bool = False

    def allows(self, url: str) -> bool:
        """May this service url be called? Never raises."""
        if not _PLAIN.fullmatch(url) or ".." in url:
            return False
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return False
        if "@" in parts.netloc or not host:
            return False
        return self._microsoft(parts, host, port) or self._extra(parts, host, port)

    def _microsoft(self, parts: SplitResult, host: str, port: int | None) -> bool:
        if parts.scheme != "https" or port not in {None, 443} or not _HOST.fullmatch(host):
            return False
        return host in _HOSTS or host.endswith(_DOMAINS)

    def _extra(self, parts: SplitResult, host: str, port: int | None) -> bool:
        loopback = _is_loopback(host)
        if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
            return False
        if loopback and self.any_loopback:
            return True
        return host in self.extra_hosts or f"{host}:{port}" in self.extra_hosts


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
