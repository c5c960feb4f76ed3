"""Who may do what, and when: written down once, for the tests, without looking at the code.

A line is a button or a form, the roles that it is for, and what it does for them in each stage of an idea:

    done       something is changed             form       a dialog opens, nothing is changed
    told       something is shown, to them only same       it is so already, nothing is changed
    already, closed, old-button, admin-only     a kind no with the next step, nothing is changed

A name has a line for each group of roles that it does something else for. For every other role it is
`not-yours`, in every stage, in the same words as for a thing that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ROLES = (
    "author", "manager", "deputy", "former", "neighbour", "colleague", "administrator", "stranger",
    "foreigner",
)  # fmt: skip
# Where the author's idea stands. Of one that was submitted are: `talking`, `held` (in the channel, where a
# colleague has answered), `looking` (Femma asks what was seen), `drafting` and `alike` (Femma asks whether a
# draft is the same as the idea). A question is a first answer too.
STAGES = (
    "submitted", "acknowledged", "asked", "talking", "held", "looking", "drafting", "alike", "trying",
    "resting", "not-now", "withdrawn",
)  # fmt: skip
# Who is in the same municipality, and neither told the idea nor answers it.
COLLEAGUES = ("former", "neighbour", "colleague", "administrator", "stranger")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "everyone": ROLES,
    "colleagues": COLLEAGUES,
    "others": tuple(role for role in ROLES if role != "administrator"),
}

TABLE = """
button or form         for                        submitted  acknowl.   asked      talking    held       looking    drafting   alike      trying     resting    not-now    withdrawn

idea.why               author                     done       done       done       done       done       done       done       done       done       done       closed     closed
idea.add               author                     form       form       form       form       form       form       form       form       form       form       closed     closed
idea.hide              author                     done       done       done       done       done       done       done       done       done       done       closed     closed
idea.showname          author                     same       same       same       same       same       same       same       same       same       same       closed     closed
idea.withdraw          author                     done       done       done       done       done       done       done       done       done       done       closed     closed
idea.reply             author                     already    already    form       already    already    already    already    already    already    already    closed     closed
idea.justdone          author                     form       form       form       form       form       form       form       form       already    form       closed     closed
idea.reword            author                     form       form       form       form       form       form       form       form       form       form       closed     closed
idea.keen              author                     already    already    already    already    already    already    already    already    already    done       done       already
idea.a3                author,manager,deputy      told       told       told       told       told       told       told       told       told       told       told       closed
idea.waste             author                     told       told       told       told       told       told       told       told       told       told       told       told
idea.open              author,manager,deputy      told       told       told       told       told       told       told       told       told       told       told       told
idea.open              colleagues                 told       told       told       told       told       told       told       told       told       told       told       not-yours
idea.acknowledge       manager,deputy             done       already    already    done       done       done       done       done       already    already    closed     closed
idea.acknowledgewords  manager,deputy             form       already    already    form       form       form       form       form       already    already    closed     closed
idea.ask               manager,deputy             form       form       already    form       form       form       form       form       form       form       closed     closed
idea.notnow            manager,deputy             form       form       form       form       form       form       form       form       already    form       closed     closed
idea.try               manager,deputy             form       form       form       form       form       form       form       form       already    form       closed     closed
idea.youdecide         manager,deputy             form       form       form       form       form       form       form       form       already    form       closed     closed
idea.rest              manager,deputy             form       form       form       form       form       form       form       form       already    already    closed     closed
idea.passon            manager,deputy             form       form       form       form       form       form       form       form       already    already    closed     closed
idea.merge             manager,deputy             form       form       form       form       form       form       form       form       form       form       closed     closed
idea.unmerge           manager,deputy             already    already    already    already    already    already    already    already    already    already    already    already
idea.more              manager,deputy             told       told       told       told       told       told       told       told       told       told       told       told
idea.less              manager,deputy             told       told       told       told       told       told       told       told       told       told       told       told
check.answer           author,manager,deputy      already    already    already    already    already    already    already    already    done       already    already    already
check.words            author,manager,deputy      old-button old-button old-button old-button old-button old-button old-button old-button form       old-button closed     closed
idea.effect            author,manager,deputy      closed     closed     closed     closed     closed     closed     closed     closed     form       closed     closed     closed
nudge.snooze           manager,deputy             already    already    already    already    already    done       already    already    already    already    already    already

idea.seetoo            manager,deputy,colleagues  done       done       done       done       done       done       done       done       done       done       done       not-yours
idea.seetoo            author                     already    already    already    already    already    already    already    already    already    already    already    not-yours
idea.follow            manager,deputy,colleagues  done       done       done       done       done       done       done       done       done       done       done       not-yours
idea.follow            author                     already    already    already    already    already    already    already    already    already    already    already    not-yours
idea.know              manager,deputy,colleagues  form       form       form       form       form       form       form       form       form       form       form       not-yours
idea.know              author                     already    already    already    already    already    already    already    already    already    already    already    not-yours

tell.kind              author                     old-button old-button old-button old-button old-button old-button done       old-button old-button old-button old-button old-button
tell.team              author                     old-button old-button old-button old-button old-button old-button done       old-button old-button old-button old-button old-button
tell.cancel            author                     old-button old-button old-button old-button old-button old-button done       done       old-button old-button old-button old-button
tell.join              author                     old-button old-button old-button old-button old-button old-button old-button done       old-button old-button old-button old-button
tell.anyway            author                     old-button old-button old-button old-button old-button old-button old-button done       old-button old-button old-button old-button
why.answer             author                     old-button old-button old-button done       done       done       old-button old-button old-button old-button old-button old-button
why.say                author                     not-yours  not-yours  not-yours  old-button not-yours  old-button not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
why.sentence           author                     not-yours  not-yours  not-yours  old-button old-button old-button not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
why.together           author                     no-talk    no-talk    no-talk    done       held-already done       no-talk    no-talk    no-talk    no-talk    no-talk    no-talk
why.hand               author                     not-yours  not-yours  not-yours  form       form       form       not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
hand.answer            author                     not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
quote.answer           author                     not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
quote.answer           colleague                  not-yours  not-yours  not-yours  not-yours  done       not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
look.answer            author                     already    already    already    already    already    done       already    already    already    already    already    already
look.words             author                     not-yours  not-yours  not-yours  already    already    form       not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
tell.ourwork           author                     old-button old-button old-button old-button old-button old-button old-button old-button old-button old-button old-button old-button
idea.together          author                     not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours

idea.new               everyone                   form       form       form       form       form       form       form       form       form       form       form       form
list.mine              everyone                   told       told       told       told       told       told       told       told       told       told       told       told
list.waiting           everyone                   told       told       told       told       told       told       told       told       told       told       told       told
summary.preview        everyone                   told       told       told       told       told       told       told       told       told       told       told       told
person.language        everyone                   done       done       done       done       done       done       done       done       done       done       done       done
person.away            everyone                   form       form       form       form       form       form       form       form       form       form       form       form
person.back            everyone                   told       told       told       told       told       told       told       told       told       told       told       told
team.setup             manager,administrator      form       form       form       form       form       form       form       form       form       form       form       form
team.ladder            administrator              form       form       form       form       form       form       form       form       form       form       form       form
team.ladder            others                     admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only
tenant.doors           administrator              form       form       form       form       form       form       form       form       form       form       form       form
tenant.doors           others                     admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only

form.idea              everyone                   done       done       done       done       done       done       done       done       done       done       done       done
form.away              everyone                   done       done       done       done       done       done       done       done       done       done       done       done
form.add               author                     done       done       done       done       done       done       done       done       done       done       closed     closed
form.reply             author                     already    already    done       already    already    already    already    already    already    already    closed     closed
form.justdone          author                     done       done       done       done       done       done       done       done       already    done       closed     closed
form.reword            author                     done       done       done       done       done       done       done       done       done       done       closed     closed
form.acknowledge       manager,deputy             done       already    already    done       done       done       done       done       already    already    closed     closed
form.ask               manager,deputy             done       done       already    done       done       done       done       done       done       done       closed     closed
form.notnow            manager,deputy             done       done       done       done       done       done       done       done       already    done       closed     closed
form.try               manager,deputy             done       done       done       done       done       done       done       done       already    done       closed     closed
form.youdecide         manager,deputy             done       done       done       done       done       done       done       done       already    done       closed     closed
form.rest              manager,deputy             done       done       done       done       done       done       done       done       already    already    closed     closed
form.passon            manager,deputy             done       done       done       done       done       done       done       done       already    already    closed     closed
form.merge             manager,deputy             done       done       done       done       done       done       done       done       done       done       closed     closed
form.check             author,manager,deputy      already    already    already    already    already    already    already    already    done       already    already    already
form.effect            author,manager,deputy      closed     closed     closed     closed     closed     closed     closed     closed     done       closed     closed     closed
form.know              manager,deputy,colleagues  done       done       done       done       done       done       done       done       done       done       done       not-yours
form.know              author                     already    already    already    already    already    already    already    already    already    already    already    not-yours
form.team              manager,administrator      done       done       done       done       done       done       done       done       done       done       done       done
form.ladder            administrator              done       done       done       done       done       done       done       done       done       done       done       done
form.ladder            others                     admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only
form.say               author                     not-yours  not-yours  not-yours  old-button done       old-button not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
form.say               manager,deputy,colleagues  not-yours  not-yours  not-yours  not-yours  done       not-yours  not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
form.sentence          author                     not-yours  not-yours  not-yours  done       done       done       not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
form.hand              author                     not-yours  not-yours  not-yours  done       done       done       not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
form.look              author                     not-yours  not-yours  not-yours  already    already    done       not-yours  not-yours  not-yours  not-yours  not-yours  not-yours
form.doors             administrator              done       done       done       done       done       done       done       done       done       done       done       done
form.doors             others                     admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only admin-only
"""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Rule:
    """All lines of one button or form: by role what must come of it in each stage."""

    outcomes: Mapping[str, Mapping[str, str]]

    @property
    def roles(self) -> frozenset[str]:
        """Whom it is for."""
        return frozenset(self.outcomes)

    def outcome(self, role: str, stage: str) -> str:
        """What must come of it."""
        return self.outcomes[role][stage] if role in self.outcomes else "not-yours"


def rules() -> dict[str, Rule]:
    """The table, read."""
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for name, roles, outcomes in _lines():
        rule = found.setdefault(name, {})
        for role in roles:
            assert role in ROLES, role
            assert role not in rule, f"{name} has two lines for {role}"
            rule[role] = outcomes
    return {name: Rule(rule) for name, rule in found.items()}


def _lines() -> Iterator[tuple[str, list[str], Mapping[str, str]]]:
    for line in TABLE.strip().splitlines()[1:]:
        if line.strip():
            name, roles, *outcomes = line.split()
            yield name, list(_roles(roles)), dict(zip(STAGES, outcomes, strict=True))


def _roles(said: str) -> Iterator[str]:
    for one in said.split(","):
        yield from GROUPS.get(one, (one,))
