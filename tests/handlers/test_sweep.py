"""What was heard and said is forgotten after thirty days; what waits or is uncertain is not."""

from __future__ import annotations

from bot.domain.work import Work
from tests.house import TENANT, House


async def test_old_deliveries_and_letters_are_cleared_away(house_on_each: House) -> None:
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.core.due.plan_sweep()
    await house.team("norr", britta)
    await alva.says("Skrivaren är trasig", delivery="old")
    await alva.says("problem")
    sent = (await house.core.outbox.counts())["sent"]
    await house.wait(days=29)
    assert (await house.core.outbox.counts())["sent"] >= sent

    async def heard(work: Work) -> bool:
        return not await work.first_time(TENANT, "old", house.clock.now())

    assert await house.core.store.run(TENANT, heard)
    await house.wait(days=2)
    assert not await house.core.store.run(TENANT, heard)
    counts = await house.core.outbox.counts()
    assert counts.get("sent", 0) < sent


async def test_a_welcome_is_said_once_also_after_its_letter_is_forgotten(house: House) -> None:
    alva = house.person("Alva")
    await house.core.due.plan_sweep()
    await alva.arrives()
    await alva.arrives()
    await house.wait(days=40)
    await alva.arrives()
    assert len(alva.cards) == 1
