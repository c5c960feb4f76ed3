"""What went wrong between us and Slack, and what that means for sending again.

Two steps: the client says what it saw (`Trouble`), and `of_new_post` or `of_repeatable` say it in the
domain's words. A new post may not be repeated when it could have arrived; an edit may.
"""

from __future__ import annotations

from bot.domain.ports import Gone, NotDelivered, Refused, TryLater, Uncertain

# docs.slack.dev/reference/methods/chat.postMessage and its neighbours, section "Errors".
_GONE = frozenset(
    {
        "access_denied", "account_inactive", "app_uninstalled", "as_user_not_supported", "cannot_dm_bot",
        "cant_update_message", "channel_is_archived", "channel_not_found", "edit_window_closed",
        "ekm_access_denied", "enterprise_is_restricted", "invalid_auth", "is_archived", "is_inactive",
        "message_not_found", "method_not_supported_for_channel_type", "no_permission",
        "not_allowed_token_type", "not_authed", "not_in_channel", "org_login_required",
        "posting_to_general_channel_denied", "restricted_action",
        "restricted_action_non_threadable_channel", "restricted_action_read_only_channel",
        "restricted_action_thread_locked", "restricted_action_thread_only_channel",
        "team_access_not_granted", "team_not_found", "thread_not_found", "token_expired", "token_revoked",
        "two_factor_setup_required", "user_disabled", "user_is_bot", "user_is_restricted", "user_not_found",
        "user_not_in_channel", "user_not_visible", "users_not_found",
    }
)  # fmt: skip
_LATER = frozenset(
    {"message_limit_exceeded", "rate_limited", "ratelimited", "request_timeout", "service_unavailable"}
)
# Slack's own words for these: "some aspect of the operation may have succeeded".
_UNSURE = frozenset({"fatal_error", "internal_error"})


class Trouble(Exception):
    """A call that did not succeed. `reason` is a short code and never holds a text or a token."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        """`after`: seconds that Slack asked us to wait, when it did."""
        super().__init__(reason)
        self.reason = reason
        self.after = after


class NotSent(Trouble):
    """Slack certainly did nothing: no connection, or too many requests."""


class Declined(Trouble):
    """Slack answered no; the reason is its own error code."""


class Unclear(Trouble):
    """Sent, and no answer that can be understood."""


def of_new_post(trouble: Trouble) -> NotDelivered:
    """For chat.postMessage and chat.postEphemeral."""
    if isinstance(trouble, Unclear) or trouble.reason in _UNSURE:
        return Uncertain(trouble.reason)
    return _of_certain(trouble)


def of_repeatable(trouble: Trouble) -> NotDelivered:
    """For everything that has the same effect when it is done twice."""
    if isinstance(trouble, Unclear) or trouble.reason in _UNSURE:
        return TryLater(trouble.reason)
    return _of_certain(trouble)


def _of_certain(trouble: Trouble) -> NotDelivered:
    if isinstance(trouble, NotSent) or trouble.reason in _LATER:
        return TryLater(trouble.reason, trouble.after)
    return Gone(trouble.reason) if trouble.reason in _GONE else Refused(trouble.reason)
