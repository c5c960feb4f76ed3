"""The settings, from the environment only, named as the ecosystem names them. Secrets are never shown."""

from __future__ import annotations

import ipaddress
from enum import StrEnum
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

_SHORTEST_SECRET = 20
# Characters: 128 bits also when they are only hexadecimal.
_SHORTEST_PICTURE_KEY = 32
_SLACK_HOSTS = frozenset({"slack.com", "slack-gov.com"})
_PLACEHOLDERS = ("changeme", "change-me", "your-", "your_", "placeholder", "example", "xxx", "todo", "<")


class Mode(StrEnum):
    """Production refuses everything that only helps while building."""

    PRODUCTION = "production"
    DEVELOPMENT = "development"


class Guests(StrEnum):
    """What guests of the workspace or the organisation may do. Members of other organisations never may."""

    REFUSED = "refused"
    ALLOWED = "allowed"


class BadSetting(Exception):
    """A setting is missing or cannot be right. Says which, never its value."""


class Settings(BaseSettings):
    """What `femma run` reads."""

    model_config = SettingsConfigDict(populate_by_name=True, extra="ignore", env_ignore_empty=True)

    mode: Mode = Field(Mode.PRODUCTION, alias="FEMMA_MODE")
    host: str = Field("127.0.0.1", alias="FEMMA_HOST")
    port: int = Field(3978, alias="PORT", ge=0, le=65535)
    database_url: SecretStr = Field(SecretStr("sqlite:///femma.db"), alias="FEMMA_DATABASE_URL")

    guests: Guests = Field(Guests.REFUSED, alias="FEMMA_GUESTS")
    trusted_proxies: str = Field("127.0.0.1 ::1", alias="FEMMA_TRUSTED_PROXIES")
    rehearsal: bool = Field(True, alias="FEMMA_REHEARSAL")

    # Photos and files: where chats reach Femma, and what the links to both are signed with.
    public_url: str = Field("", alias="FEMMA_PUBLIC_URL")
    picture_key: SecretStr = Field(SecretStr(""), alias="FEMMA_PICTURE_KEY")

    # A language model that may word a question better, where a tenant's administrator has said yes.
    model_url: str = Field("", alias="FEMMA_MODEL_URL")
    model_key: SecretStr = Field(SecretStr(""), alias="FEMMA_MODEL_KEY")
    model_name: str = Field("", alias="FEMMA_MODEL_NAME")

    slack_signing_secret: SecretStr = Field(SecretStr(""), alias="SLACK_SIGNING_SECRET")
    slack_signing_secret_previous: SecretStr = Field(SecretStr(""), alias="SLACK_SIGNING_SECRET_PREVIOUS")
    slack_bot_token: SecretStr = Field(SecretStr(""), alias="SLACK_BOT_TOKEN")
    slack_app_token: SecretStr = Field(SecretStr(""), alias="SLACK_APP_TOKEN")
    slack_api_url: str = Field("https://slack.com/api/", alias="SLACK_API_URL")

    teams_app_id: str = Field("", alias="MicrosoftAppId")
    teams_app_password: SecretStr = Field(SecretStr(""), alias="MicrosoftAppPassword")
    teams_app_type: str = Field("SingleTenant", alias="MicrosoftAppType")
    teams_app_tenant: str = Field("", alias="MicrosoftAppTenantId")

    # In development only.
    crash_at: str = Field("", alias="FEMMA_CRASH_AT")
    teams_openid_url: str = Field("", alias="FEMMA_TEAMS_OPENID_URL")
    teams_token_url: str = Field("", alias="FEMMA_TEAMS_TOKEN_URL")
    teams_service_hosts: str = Field("", alias="FEMMA_TEAMS_SERVICE_HOSTS")

    @property
    def development(self) -> bool:
        """Is this somebody trying Femma out?"""
        return self.mode is Mode.DEVELOPMENT

    @property
    def signing_secrets(self) -> tuple[str, ...]:
        """The secrets that a signature may be made with: while one is being changed, both."""
        both = (self.slack_signing_secret, self.slack_signing_secret_previous)
        return tuple(one.get_secret_value() for one in both if one.get_secret_value())

    @property
    def trusted(self) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
        """The proxies that may have many connections open. Raises ValueError."""
        return tuple(ipaddress.ip_network(one) for one in self.trusted_proxies.replace(",", " ").split())

    @property
    def has_model(self) -> bool:
        """Is there a language model to ask?"""
        return bool(self.model_url)

    @property
    def has_slack(self) -> bool:
        """Is Slack set up?"""
        return bool(self.slack_bot_token.get_secret_value())

    @property
    def has_teams(self) -> bool:
        """Is Teams set up?"""
        return bool(self.teams_app_id)


def read_database_url() -> str:
    """The database alone, for commands that speak to no chat. Raises BadSetting."""
    return _read().database_url.get_secret_value()


def _read() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise BadSetting(f"{first['loc'][0]}: {first['msg']}") from None


def read_settings() -> Settings:
    """The settings of this process. Raises BadSetting with one line that names the setting."""
    settings = _read()
    _check_host(settings)
    _check_proxies(settings)
    _check_pictures(settings)
    _check_model(settings)
    _check_development_only(settings)
    _check_slack(settings)
    _check_teams(settings)
    if not settings.development and not (settings.has_slack or settings.has_teams):
        raise BadSetting(
            "SLACK_BOT_TOKEN or MicrosoftAppId is needed in production; "
            "FEMMA_MODE=development starts the playground without either"
        )
    return settings


def _check_host(settings: Settings) -> None:
    if settings.development and not _is_loopback(settings.host):
        raise BadSetting("FEMMA_HOST must be a loopback address while FEMMA_MODE is development")


def _check_proxies(settings: Settings) -> None:
    try:
        _ = settings.trusted
    except ValueError:
        raise BadSetting("FEMMA_TRUSTED_PROXIES holds something that is no address or network") from None


def _check_pictures(settings: Settings) -> None:
    """An address that is reached from outside, encrypted, and a key that cannot be guessed."""
    if not settings.public_url:
        return
    try:
        parts = urlsplit(settings.public_url)
        host, plain = parts.hostname or "", parts.scheme == "http"
    except ValueError:
        host, plain, parts = "", False, urlsplit("")
    is_here = plain and settings.development and _is_loopback(host)
    extras = parts.query or parts.fragment or "@" in parts.netloc
    if not host or extras or not (parts.scheme == "https" or is_here):
        raise BadSetting("FEMMA_PUBLIC_URL must be an https address without a query")
    _require("FEMMA_PICTURE_KEY", settings.picture_key, shortest=_SHORTEST_PICTURE_KEY)


def _check_model(settings: Settings) -> None:
    """An address of its own, encrypted unless it stays on private networks, and a name to ask for."""
    key = settings.model_key.get_secret_value()
    if not settings.model_url:
        if key or settings.model_name:
            raise BadSetting("FEMMA_MODEL_URL is missing; FEMMA_MODEL_KEY and FEMMA_MODEL_NAME need it")
        return
    try:
        parts = urlsplit(settings.model_url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    extras = parts.query or parts.fragment or "@" in parts.netloc
    encrypted = parts.scheme == "https" or (parts.scheme == "http" and _is_private(host))
    if not host or extras or not encrypted or _has_odd_signs(settings.model_url):
        raise BadSetting(
            "FEMMA_MODEL_URL must be an https address without a query; http only to an address of this "
            "machine or of a private network"
        )
    if not settings.model_name.strip():
        raise BadSetting("FEMMA_MODEL_NAME is missing")
    if _has_odd_signs(key):
        raise BadSetting("FEMMA_MODEL_KEY does not look like a real value")


def _is_private(host: str) -> bool:
    """This machine or a private network, by its number: a name could lead anywhere tomorrow."""
    try:
        return _is_loopback(host) or ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _has_odd_signs(value: str) -> bool:
    """What can stand in no address and in no header."""
    return any(not "!" <= sign <= "~" for sign in value)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_slack(settings: Settings) -> None:
    secret, token = settings.slack_signing_secret, settings.slack_bot_token
    app_token = settings.slack_app_token
    if not any(one.get_secret_value() for one in (secret, token, app_token)):
        return
    _require("SLACK_BOT_TOKEN", token, shortest=10)
    if not settings.development and not _is_slacks(settings.slack_api_url):
        raise BadSetting("SLACK_API_URL must be Slack's own or a proxy on this machine")
    # Whatever is given must be real: with Socket Mode nothing needs to come in over HTTP, but it could.
    if secret.get_secret_value() or not app_token.get_secret_value():
        _require("SLACK_SIGNING_SECRET", secret)
    if settings.slack_signing_secret_previous.get_secret_value():
        _require("SLACK_SIGNING_SECRET_PREVIOUS", settings.slack_signing_secret_previous)
    if app_token.get_secret_value():
        _require("SLACK_APP_TOKEN", app_token, shortest=10)


def _is_slacks(url: str) -> bool:
    """May the bot's token be sent there? To Slack, to Slack for governments, and never off this machine
    unencrypted."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if "@" in parts.netloc:
        return False
    if _is_loopback(host):
        return parts.scheme in {"http", "https"}
    return parts.scheme == "https" and port in {None, 443} and host in _SLACK_HOSTS


def _check_teams(settings: Settings) -> None:
    password = settings.teams_app_password
    if not settings.teams_app_id and not password.get_secret_value():
        return
    _require("MicrosoftAppId", SecretStr(settings.teams_app_id))
    _require("MicrosoftAppPassword", password, shortest=10)
    _require("MicrosoftAppTenantId", SecretStr(settings.teams_app_tenant))
    if settings.teams_app_type != "SingleTenant":
        raise BadSetting("MicrosoftAppType: only SingleTenant is supported")


def _require(name: str, secret: SecretStr, shortest: int = _SHORTEST_SECRET) -> None:
    value = secret.get_secret_value().strip().lower()
    if not value:
        raise BadSetting(f"{name} is missing")
    if len(value) < shortest or any(word in value for word in _PLACEHOLDERS):
        raise BadSetting(f"{name} does not look like a real value")


def _check_development_only(settings: Settings) -> None:
    """Raises BadSetting when production was given a switch that only helps while building."""
    switches = {
        "FEMMA_CRASH_AT": settings.crash_at,
        "FEMMA_TEAMS_OPENID_URL": settings.teams_openid_url,
        "FEMMA_TEAMS_TOKEN_URL": settings.teams_token_url,
        "FEMMA_TEAMS_SERVICE_HOSTS": settings.teams_service_hosts,
    }
    for name, value in switches.items():
        if value and not settings.development:
            raise BadSetting(f"{name} is accepted in development only")
