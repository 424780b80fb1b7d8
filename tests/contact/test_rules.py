"""What can be chosen and why not, and on which day a reminder goes: pure."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from services.core.calendar.instants import COPENHAGEN
from services.core.contact.addresses import for_sms, read_mail, read_telephone, to_read
from services.core.contact.rules import MOST_DAYS, Choice, Reached, Way, check, reminders, why_not
from services.core.errors import ErrorCode, UserError

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
EVERY = tuple(Way)


def reached(**other: Any) -> Reached:
    plain = Reached(
        staff=False,
        email="mor@familie.example",
        telephone="20 30 40 50",
        has_cpr=True,
        adult=True,
        born_on=None,
    )
    return replace(plain, **other)


def choice(**other: Any) -> Choice:
    return replace(Choice(ways=(Way.MAIL,), language="da"), **other)


@pytest.mark.parametrize(
    ("wanted", "known", "offered", "key", "field"),
    [
        ({"ways": ()}, {}, EVERY, "contact.one_at_least", "channels"),
        ({}, {"email": ""}, EVERY, "contact.mail_needs_address", "channels"),
        ({"ways": (Way.SMS,)}, {}, (Way.MAIL,), "contact.not_offered", "channels"),
        ({"ways": (Way.SMS,)}, {"telephone": ""}, EVERY, "contact.sms_needs_telephone", "channels"),
        # A landline in Stockholm, and a number that costs whoever calls it.
        ({"ways": (Way.SMS,)}, {"telephone": "+46812345678"}, EVERY, "contact.sms_needs_other", "channels"),
        ({"ways": (Way.SMS,)}, {"telephone": "90112233"}, EVERY, "contact.sms_needs_other", "channels"),
        ({"ways": (Way.DIGITAL_POST,)}, {"staff": True}, EVERY, "contact.post_for_families", "channels"),
        ({"ways": (Way.DIGITAL_POST,)}, {"has_cpr": False}, EVERY, "contact.post_needs_cpr", "channels"),
        ({"quiet_from": time(22)}, {}, EVERY, "contact.quiet_needs_both", "quietUntil"),
        ({"quiet_until": time(7)}, {}, EVERY, "contact.quiet_needs_both", "quietFrom"),
        (
            {"quiet_from": time(7), "quiet_until": time(7)},
            {},
            EVERY,
            "contact.quiet_whole_day",
            "quietUntil",
        ),
        ({"remind_days": 15}, {}, EVERY, "contact.days_ahead", "remindDays"),
        ({"remind_days": -1}, {}, EVERY, "contact.days_ahead", "remindDays"),
    ],
)
def test_what_can_not_be_kept_is_refused_at_its_field(
    wanted: dict[str, Any], known: dict[str, Any], offered: tuple[Way, ...], key: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        check(choice(**wanted), (), offered, reached(**known), NOW)
    assert (refused.value.message_key, refused.value.field) == (key, ("input", field))


@pytest.mark.parametrize("days", [None, 0, MOST_DAYS])
def test_what_can_be_kept_passes(days: int | None) -> None:
    night = choice(ways=EVERY, quiet_from=time(23, 59), quiet_until=time(0), remind_days=days)
    check(night, (), EVERY, reached(), NOW)


def test_a_way_that_leads_nowhere_by_now_is_kept_by_who_had_it() -> None:
    check(choice(ways=(Way.MAIL, Way.SMS)), (Way.MAIL, Way.SMS), (), reached(email="", telephone=""), NOW)


def test_digital_post_begins_with_the_fifteenth_birthday() -> None:
    young = reached(adult=False, born_on=date(2011, 11, 24))
    eve = datetime(2026, 11, 23, 22, 59, tzinfo=UTC)
    refused = why_not(Way.DIGITAL_POST, young, eve)
    assert refused is not None
    assert (refused.code, refused.params) == (ErrorCode.RULE_BLOCKED, {"age": 15})
    assert refused.legal_basis
    assert why_not(Way.DIGITAL_POST, young, eve + timedelta(minutes=1)) is None
    assert why_not(Way.DIGITAL_POST, reached(adult=False), eve) is not None, "nobody knows how old"


@pytest.mark.parametrize(
    ("written", "stored", "read"),
    [
        ("20 30 40 50", "+4520304050", "20 30 40 50"),
        ("0045 20304050", "+4520304050", "20 30 40 50"),
        ("+46 70 123 45 67", "+46701234567", "+46 70 123 45 67"),
        # Of a series that was given to nobody yet when the library was made.
        ("29001000", "+4529001000", "29 00 10 00"),
        ("  ", "", ""),
    ],
)
def test_a_telephone_number_is_kept_as_the_world_writes_it(written: str, stored: str, read: str) -> None:
    assert read_telephone(written) == stored
    assert to_read(stored) == read
    assert for_sms(written) == stored


@pytest.mark.parametrize(
    "written", ["112", "1234567", "00 00 00 12", "ring til mor", "20304050 lokal 5", "+45 20304050 1"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(UserError, match=r"contact\.no_telephone"):
        read_telephone(written)


@pytest.mark.parametrize(
    "written", ["mor", "mor@", "mor@hjemme", "a b@c.dk", "a@b.dk,c@d.dk", "a@b.dk\x00", "x" * 250 + "@b.dk"]
)
def test_what_is_no_mail_address_is_refused(written: str) -> None:
    with pytest.raises(UserError, match=r"contact\.no_mail_address"):
        read_mail(written)
    assert read_mail(" mor@hjemme.dk ") == "mor@hjemme.dk"


def local(day: int, month: int, hour: int) -> datetime:
    return datetime(2027, month, day, hour, tzinfo=COPENHAGEN).astimezone(UTC)


def test_a_reminder_goes_at_the_same_hour_on_both_sides_of_a_clock_change() -> None:
    usual, *ahead = reminders(local(29, 3, 10), time(9), 1, local(1, 3, 8))
    assert usual == ahead[1] == local(28, 3, 9) == datetime(2027, 3, 28, 7, tzinfo=UTC)
    assert ahead[2] == local(27, 3, 9) == datetime(2027, 3, 27, 8, tzinfo=UTC)
    assert (ahead[0], ahead[MOST_DAYS]) == (local(29, 3, 9), local(15, 3, 9))
    autumn = reminders(local(1, 11, 10), time(9), 0, local(20, 10, 8))
    assert autumn[0] == local(1, 11, 9)
    assert autumn[3] == local(30, 10, 9) == datetime(2027, 10, 30, 7, tzinfo=UTC)


def test_nobody_is_reminded_of_what_has_begun_nor_of_yesterday() -> None:
    usual, *ahead = reminders(local(10, 5, 8), time(9), 0, local(9, 5, 8))
    assert ahead[:3] == [None, local(9, 5, 9), None], "it begins before the hour of reminders"
    assert usual == ahead[1]
    late = reminders(local(10, 5, 8), time(9), 1, local(9, 5, 9))
    assert not any(late), "at nine it is too late for nine"
