"""What must follow once a notification has been received, and when a measure may start on what was found."""

import datetime as dt
from dataclasses import dataclass

from services.core.calendar import calendar_of, instant_after, local_day
from services.core.problem import wording
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.language import Period, Text
from services.core.tenancy.model import Model


@dataclass(frozen=True)
class ReceiptDue:
    """Something the receiver must do; `due_at` (UTC) is the first instant that is too late, None where none is set."""

    key: str
    name: Text
    due_at: dt.datetime | None
    process: str
    why: Reason


def after_receipt(model: Model, bypass_key: str, received_at: dt.datetime) -> tuple[ReceiptDue, ...]:
    """The clocks of a received notification: hours by the clock, working days by the tenant's calendar."""
    bypass = next(one for one in model.bypasses if one.key == bypass_key)
    calendar, path = calendar_of(model), f"bypasses/{bypass_key}"
    why = Why(model, local_day(received_at))

    def due(within: Period | None) -> dt.datetime | None:
        return instant_after(received_at, within, calendar) if within else None

    found = []
    for key, within, words in (
        ("assess", bypass.assess_within, wording.ASSESS),
        ("receipt", bypass.receipt_within, wording.RECEIPT),
    ):
        if within is not None:
            found.append(ReceiptDue(key, words, due(within), "", why.of(bypass, key, path, words)))
    for step in bypass.on_receipt:
        because = why.of(step, step.key, f"{path}/on_receipt/{step.key}", step.name)
        found.append(ReceiptDue(step.key, step.name, due(step.within), step.process, because))
    return tuple(found)


def steps_of_authority(model: Model) -> dict[str, Text]:
    """Everything a receiver must do by any of the model's ways, by key, in words."""
    found = {"assess": wording.ASSESS, "receipt": wording.RECEIPT}
    return found | {step.key: step.name for bypass in model.bypasses for step in bypass.on_receipt}


@dataclass(frozen=True)
class MeasureFacts:
    """How things stand before a measure: the consent, the family's cooperation, the process, and who decided."""

    consent_stands: bool = False
    family_cooperates: bool = False
    processes_done: frozenset[str] = frozenset()
    decided_with_family: bool = False


def may_start_measure(
    model: Model,
    key: str,
    case: CaseFacts,
    facts: MeasureFacts,
    now: dt.datetime,
    problem: ProblemFacts | None = None,
) -> Decision:
    """Whether the measure may start now; all that is missing is told at once, each with its own reason.

    `needs`: consent, cooperation, with_family, process:<key>. Beside the process, why that is so is advice.
    """
    rule = next(one for one in model.measures if one.key == key)
    path = f"measures/{key}"
    why = Why(model, local_day(now)).of(rule, "measure", path, rule.name)
    beside = rule.beside_when is not None and holds(rule.beside_when, case, problem)
    named = {one.key: one.name for one in model.processes}
    rests_on = named.get(rule.after_process, Text(rule.after_process))
    wanted = (
        ("consent", wording.CONSENT_LACKS, bool(rule.consent) and not facts.consent_stands),
        ("cooperation", wording.COOPERATION_LACKS, rule.cooperation and not facts.family_cooperates),
        ("with_family", wording.FAMILY_LACKS, rule.decided_with_family and not facts.decided_with_family),
        (
            f"process:{rule.after_process}",
            wording.process_lacks(rests_on),
            bool(rule.after_process) and rule.after_process not in facts.processes_done and not beside,
        ),
    )
    lacking = [
        (code, Reason(code, words, rule.rule, rule.also, path, why.legal_basis))
        for code, words, lacks in wanted
        if lacks
    ]
    return Decision(
        not lacking,
        tuple(because for _, because in lacking),
        (why,) if beside else (),
        tuple(code for code, _ in lacking),
    )
