"""Who may do what, and when: written down once, for the tests, without looking at the code.

A row is a button or a form, the roles that it is for, and what it does for them in each stage of an idea:

    done       something is changed             form       a dialog opens, nothing is changed
    told       something is shown, to them only same       it is so already, nothing is changed
    already, closed, old-button                 a kind no with the next step, nothing is changed

For every other role it is `not-yours`, in every stage, in the same words as for a thing that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ROLES = (
    "author", "manager", "deputy", "former", "neighbour", "colleague", "administrator", "stranger",
    "foreigner",
)  # fmt: skip
# Where the author's idea stands; `asked`, `talking` and `drafting` are of an idea that was submitted.
STAGES = ("submitted", "acknowledged", "asked", "talking", "drafting", "not-now", "withdrawn")

TABLE = """
button or form         for                    submitted  acknowl.   asked      talking    drafting   not-now    withdrawn

idea.why               author                 done       done       done       done       done       closed     closed
idea.add               author                 form       form       form       form       form       closed     closed
idea.hide              author                 done       done       done       done       done       closed     closed
idea.showname          author                 same       same       same       same       same       closed     closed
idea.withdraw          author                 done       done       done       done       done       closed     closed
idea.reply             author                 already    already    form       already    already    closed     closed
idea.waste             author                 done       done       done       done       done       closed     closed
idea.open              author,manager,deputy  told       told       told       told       told       told       told
idea.acknowledge       manager,deputy         done       already    done       done       done       closed     closed
idea.acknowledgewords  manager,deputy         form       already    form       form       form       closed     closed
idea.ask               manager,deputy         form       form       already    form       form       closed     closed
idea.notnow            manager,deputy         form       form       form       form       form       closed     closed

tell.kind              author                 old-button old-button old-button old-button done       old-button old-button
tell.team              author                 old-button old-button old-button old-button done       old-button old-button
tell.cancel            author                 old-button old-button old-button old-button done       old-button old-button
why.answer             author                 old-button old-button old-button done       old-button old-button old-button

idea.new               everyone               form       form       form       form       form       form       form
list.mine              everyone               told       told       told       told       told       told       told
list.waiting           everyone               told       told       told       told       told       told       told
summary.preview        everyone               told       told       told       told       told       told       told
person.language        everyone               done       done       done       done       done       done       done
team.setup             manager,administrator  form       form       form       form       form       form       form

form.idea              everyone               done       done       done       done       done       done       done
form.add               author                 done       done       done       done       done       closed     closed
form.reply             author                 already    already    done       already    already    closed     closed
form.acknowledge       manager,deputy         done       already    done       done       done       closed     closed
form.ask               manager,deputy         done       done       already    done       done       closed     closed
form.notnow            manager,deputy         done       done       done       done       done       closed     closed
form.team              manager,administrator  done       done       done       done       done       done       done
"""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    roles: frozenset[str]
    outcomes: Mapping[str, str]

    def outcome(self, role: str, stage: str) -> str:
        """What must come of it."""
        return self.outcomes[stage] if role in self.roles else "not-yours"


def rules() -> dict[str, Rule]:
    """The table, read."""
    return dict(_read())


def _read() -> Iterator[tuple[str, Rule]]:
    for line in TABLE.strip().splitlines()[1:]:
        if line.strip():
            name, roles, *outcomes = line.split()
            may = frozenset(ROLES if roles == "everyone" else roles.split(","))
            assert may <= set(ROLES), roles
            yield name, Rule(may, dict(zip(STAGES, outcomes, strict=True)))
