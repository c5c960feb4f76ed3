"""The token goes to Microsoft only: one table of addresses through both gates."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.domain.people import Address
from bot.domain.ports import Refused
from cards.model import Card, Paragraph
from handlers.teams.service_urls import ServiceUrls
from tests.fakes.teams import TENANT
from tests.teams.conftest import Desk

GOOD = [
    "https://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net/amer/a1b2c3d4-e5f6-7890-abcd-ef1234567890/",
    "https://smba.trafficmanager.net:443/teams",
    "https://SMBA.trafficmanager.net/emea/",
    "https://smba.infra.gcc.teams.microsoft.com/teams",
    "https://smba.infra.gov.teams.microsoft.us/teams",
    "https://smba.infra.dod.teams.microsoft.us/teams",
    "https://europe.webchat.botframework.com/",
    "https://pilot.botframework.azure.us/",
    "https://msteams.botframework.azure.cn/",
]
EVIL = [
    "",
    "http://smba.trafficmanager.net/emea/",
    "ftp://smba.trafficmanager.net/emea/",
    "//smba.trafficmanager.net/emea/",
    "smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://evil.example/smba.trafficmanager.net/",
    "https://evil.example/?smba.trafficmanager.net",
    "https://evil.example#smba.trafficmanager.net",
    "https://evil.example\\smba.trafficmanager.net/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://user:word@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net:8443/",
    "https://smba.trafficmanager.net:99999/",
    "https://smba.trafficmanager.net./emea/",
    "https://xsmba.trafficmanager.net/",
    "https://evilbotframework.com/",
    "https://botframework.com/",
    "https://botframework.com.evil.example/",
    "https://.botframework.com/",
    "https://xn--smb-5cd.trafficmanager.net/",
    "https://smbа.trafficmanager.net/",
    "https://169.254.169.254/",
    "http://169.254.169.254/latest/meta-data/",
    "https://[::1]/",
    "https://[::ffff:169.254.169.254]/",
    "https://[smba.trafficmanager.net/",
    "https://127.0.0.1/",
    "http://localhost/",
    "http://0x7f000001/",
    "https://smba.trafficmanager.net/../evil",
    "https://smba.trafficmanager.net/emea/?next=1",
    "https://smba.trafficmanager.net/ evil",
    "https://smba.trafficmanager.net\r\nHost: evil.example/",
    "https://smba.trafficmanager.net/" + "a" * 600,
]


@pytest.mark.parametrize("url", GOOD)
def test_microsofts_addresses(url: str) -> None:
    assert ServiceUrls().allows(url)


@pytest.mark.parametrize("url", EVIL)
async def test_other_addresses_pass_neither_gate(desk: Desk, url: str) -> None:
    desk.fake.paths.clear()
    with capture_logs() as lines:
        status, _ = await desk.send(desk.fake.activity(serviceUrl=url))
    assert status == (403 if url else 401)
    assert lines[0]["cause"] == ("service url not allowed" if url else "no serviceurl claim")
    stored = Address("teams", f"teams:{TENANT}", "19:team@thread.tacv2", service_url=url)
    with pytest.raises(Refused):
        await desk.edge.chat.post(stored, Card("T", (Paragraph("x"),), "sv"))
    with pytest.raises(Refused):
        await desk.edge.chat.edit(stored, "m-1", Card("T", (Paragraph("x"),), "sv"))
    # No token was even asked for.
    assert desk.fake.paths == []
    assert desk.ear.heard == []


def test_hosts_for_development() -> None:
    urls = ServiceUrls(("127.0.0.1:9000", "connector.example.com"))
    assert urls.allows("http://127.0.0.1:9000/emea/")
    assert urls.allows("https://connector.example.com/emea/")
    assert not urls.allows("http://127.0.0.1:9001/emea/")
    assert not urls.allows("http://connector.example.com/emea/")
    assert not urls.allows("http://127.0.0.1/")


def test_the_playground_may_be_on_any_loopback_port() -> None:
    urls = ServiceUrls(any_loopback=True)
    for url in ("http://localhost:56150/_connector", "http://127.0.0.1:1/", "http://[::1]:56150/"):
        assert urls.allows(url)
    assert not urls.allows("http://192.0.2.1:56150/")
    assert not urls.allows("http://127.0.0.1.evil.example/")
