"""What a mail server reports of a delivery (RFC 3464), read from whatever was sent to a return address.

Only a delivery report counts. An answer from somebody's holiday or calendar, a receipt of having read, a person's reply
and anything that can't be read say nothing: a message is not lost because nobody understood a mail about it.
"""

from email import message_from_bytes, message_from_string
from email.message import Message
from enum import StrEnum
from typing import Final

_REPORTS: Final = ("message/delivery-status", "message/global-delivery-status")
_OF_DELIVERY: Final = ("", "delivery-status", "global-delivery-status")
"""Which reports tell of a delivery; others tell that it was read (RFC 8098) or that somebody complains (RFC 5965)."""
_DEEPEST: Final = 40
"""A report has some five headers for each recipient, and we write to one."""


class Outcome(StrEnum):
    """What a report says of the message: it will never arrive, it arrived, or nothing that is final."""

    FAILED = "failed"
    ARRIVED = "arrived"
    NOTHING = "nothing"


def read_report(content: bytes) -> Outcome:
    """The outcome that a mail reports; ``NOTHING`` for a delay, a relay into the unknown, and for every other mail."""
    # The parser of old: it takes headers as they come, and none that is wrong raises.
    mail = message_from_bytes(content)
    if mail.get_content_type() != "multipart/report" or not mail.is_multipart():
        return Outcome.NOTHING
    if str(mail.get_param("report-type", "")).lower() not in _OF_DELIVERY:
        return Outcome.NOTHING
    # Its own parts alone: the mail that came back is a part too, and may hold anything.
    actions = {_action(block) for part in _parts(mail) for block in _blocks(part)[:_DEEPEST]}
    for outcome in (Outcome.FAILED, Outcome.ARRIVED):
        if outcome in actions:
            return outcome
    return Outcome.NOTHING


def _parts(mail: Message) -> list[Message]:
    inside = mail.get_payload()
    return [
        part
        for part in (inside if isinstance(inside, list) else [])
        if isinstance(part, Message) and part.get_content_type() in _REPORTS
    ]


def _blocks(part: Message) -> list[Message]:
    """The report's groups of fields: one of the message, then one a recipient."""
    inside = part.get_payload()
    blocks = [one for one in (inside if isinstance(inside, list) else []) if isinstance(one, Message)]
    if part.get_content_type() == _REPORTS[1]:
        # The parser knows the older form alone, and has taken all groups after the first for a text.
        rest = str(blocks[0].get_payload()) if blocks else ""
        blocks += [message_from_string(group) for group in rest.replace("\r\n", "\n").split("\n\n")]
    return blocks


def _action(block: Message) -> Outcome:
    action = str(block.get("Action", "")).partition("(")[0].strip().lower()
    status = str(block.get("Status", "")).strip()[:2]
    if action == "failed" or (not action and status == "5."):
        return Outcome.FAILED
    if action == "delivered" or (not action and status == "2."):
        return Outcome.ARRIVED
    return Outcome.NOTHING
