"""What the migrated database says of its columns, and of who may write what only the database may write.

The walls themselves (row-level security, keys, roles, functions) are held by tests/isolation/test_catalogue.py.
"""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.environment import Databases

TIME_BOUNDED = {"employment", "enrolment", "custody", "relation", "person_identifier", "protection"}
PROCESSES = ["rundbord_api", "rundbord_worker", "rundbord_notifier"]

# Every column that could hold something about a person and is not sealed, with what it holds instead. A new
# column of these types fails the build until someone has answered the question.
CODE = "a value of a closed list or a key of the model"
HASH = "a hash or a random value"
OPEN_COLUMNS: dict[str, dict[str, str]] = {
    CODE: {
        "access_event": "capacity operation",
        "access_grant": "capacity reason",
        "action_plan": "document_key form_key",
        "agenda_item": "origin",
        "agreement": "status",
        "audit_seal": "segment kind",
        "audit_verification": "findings notes",
        "busy_time": "source",
        "circle_suggestion": "state",
        "checklist_tick": "checklist_key item_key",
        "calendar_feed": "capacity language limits",
        "casework": "closed_reason",
        "departure": "kind",
        "family_relation": "kind shown_to",
        "person_identifier": "kind",
        "protection": "kind",
        "consent": "purpose basis state channel",
        "consent_document": "media_type",
        "contact_choice": "channels language",
        "consent_term": "purpose asked_of",
        "informing": "channel",
        "resting": "kind purpose basis law",
        "consultation": "district type subject status outcome",
        "consultation_form": "form_key",
        "consultation_item": "origin subject anonymity",
        "consultation_participant": "answer role strength status",
        "deadline": "key task role state meeting_type",
        "delivery_attempt": "outcome failure stage",
        "dossier": "kind",
        "draft": "capacity form",
        "access_request": "kind state",
        "emergency_access": "capacity category",
        "emergency_review": "capacity",
        "employment": "role",
        "erasure": "record rule state",
        "erasure_certificate": "record rule",
        "exchange": "exchange_key",
        "form": "form_key",
        "handover": "handover_key form_key consent_purpose",
        "share": "kind consent_purpose law",
        "login_attempt": "provider",
        "meeting": "type status outcome record_for",
        "model_decision": "decision",
        "message": "kind channel occurrence_key state reason resolution",
        "network": "network_key services",
        "network_evaluation": "form_key counted",
        "offer": "offer_key state",
        "intake_change": "phase kind action fields",
        "intake_count": "phase kind action",
        "intake_error": "phase kind field code allowed",
        "intake_key": "kind role",
        "intake_run": "source kinds state",
        "intake_seen": "kind planned",
        "kept_away": "kind",
        "participant": "kind role strength consent_purpose status answer",
        "person": "kind language",
        "perspective": "whose way form_key",
        "measure": "key consent_purpose",
        "problem": "track status",
        "problem_coordinator": "place",
        "process": "key",
        "relation": "kind",
        "retention_due": "record rule",
        "series": "type district",
        "series_member": "role",
        "slot": "status",
        "shared_plan": "form_key",
        "session": "kind capacity capacities roles limits language provider ended_reason",
        "sweep_run": "sweep state",
        "time_answer": "answer",
        "time_proposal": "state",
        "underretning": "bypass",
        "upward_report": "report addressed status",
        "indicator_figure": "indicator measure part",
        "counted_answer": "measure",
        "unit": "kind district",
    },
    HASH: {
        "audit_seal": "digest chain",
        "calendar_feed": "secret_hash subject_hash",
        "idempotency_key": "key_hash operation_digest",
        "intake_key": "key",
        "intake_seen": "key",
        "login_attempt": "state_hash browser_hash nonce verifier",
        "logout_token_seen": "jti_hash sid_hash",
        "model_decision": "digest",
        "model_version": "digest",
        "session": "credential_hash subject_hash sid_hash",
    },
    "public: of an organisation, a professional in office, or an identity provider": {
        "tenant": "slug host name cvr",
        "unit": "name",
        # Of places and of staff in office alone; of anybody else a mask (services/core/intake/planned.py).
        "intake_change": "before after",
        "slot": "place reason",
        # The model's own words of what is shared, as they were shown.
        "consent": "information from_whom to_whom",
        "staff": "display_name work_email work_phone profession",
        "model_version": "content",
        "calendar_feed": "issuer",
        "session": "issuer",
        "logout_token_seen": "issuer",
        "professional_login": "issuer",
    },
    "a source system's key, which leads to a person only there": {
        "intake_key": "source",
        "employment": "source_key",
        "family_relation": "source_key",
        "person": "source_key",
        "unit": "source_key",
        "professional_login": "subject",
    },
    "a day of the process, which tells nothing of a person": {
        "agreement": "due_on",
        "consultation_agreement": "due_on",
        "erasure": "counted_from due_on",
        "erasure_certificate": "counted_from due_on backups_gone_on",
        "indicator_period": "began_on ended_on",
        "exchange": "exchanged_on",
        "measure": "decided_on started_on ended_on",
        "process": "known_on due_on",
        "meeting": "follow_up_by",
        "model_adoption": "applies_from",
        "model_decision": "applies_from",
        "model_version": "wanted_from",
        "retention_due": "counted_from due_on",
    },
    "when somebody died or moved away, which the walls must know (services/core/person/departures.py)": {
        "departure": "happened_on handover_agreed_on",
        "information_given": "asked_on",
    },
    "what administrators say to each other about the model, which is public": {"model_decision": "note"},
    "said to many: checked to name no child before it is kept (services/core/meeting/nobody.py)": {
        "upward_report": "content kept_reason answer",
        "indicator_period": "judgement kept_reason",
        "indicator_figure": "source",
    },
    "a path of our own site, checked when it is used": {"login_attempt": "return_path"},
    "encrypted, though not under a dossier's key: the provider's logout hint, gone with the session": {
        "session": "hint"
    },
}
SEALED = {"sealed", "response_sealed", "said_sealed"}


@pytest.fixture
async def main(databases: Databases) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(databases.main_superuser)
    yield connection
    await connection.close()


async def test_every_column_that_could_hold_personal_data_is_sealed_or_classified(
    main: asyncpg.Connection,
) -> None:
    columns = {
        (row["table"], row["column"])
        for row in await main.fetch("""
            select c.relname as table, a.attname as column
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = 'rundbord' and c.relkind in ('r', 'p')
              and a.atttypid::regtype::text in ('text', 'text[]', 'jsonb', 'json', 'bytea', 'date', 'inet', 'xml')
        """)
    }
    assert len(columns) > 50
    classified = [
        (table, column)
        for tables in OPEN_COLUMNS.values()
        for table, names in tables.items()
        for column in names.split()
    ]
    assert len(classified) == len(set(classified)), "classified twice"
    assert {c for c in columns if c[1] not in SEALED} - set(classified) == set(), (
        "neither sealed nor classified"
    )
    assert set(classified) - columns == set(), "no longer there: strike it from the list"


async def test_services_cannot_write_grants_or_change_events(main: asyncpg.Connection) -> None:
    """Access is derived by the database, and what was logged stays: also for someone inside a process."""
    for role in [*PROCESSES, "rundbord_family", "rundbord_relation", "rundbord_unit", "rundbord_oversight"]:
        for table, rights in (
            ("access_grant", ("INSERT", "UPDATE", "DELETE")),
            ("access_event", ("INSERT", "UPDATE")),
            ("audit_seal", ("UPDATE", "DELETE")),
        ):
            for right in rights:
                allowed = await main.fetchval(
                    "select has_table_privilege($1, $2, $3)", role, f"rundbord.{table}", right
                )
                assert not allowed, f"{role} may {right} {table}"


async def test_time_bounded_facts_have_two_times_and_one_truth(main: asyncpg.Connection) -> None:
    rows = await main.fetch("""
        select c.relname as name,
               array(select a.attname::text from pg_attribute a
                     where a.attrelid = c.oid and a.atttypid = 'tstzrange'::regtype and a.attnotnull) as ranges,
               coalesce((select pg_get_constraintdef(x.oid) from pg_constraint x
                         where x.conrelid = c.oid and x.contype = 'x'), '') as truth
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'rundbord' and c.relkind = 'r'
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'tstzrange'::regtype)
    """)
    assert {row["name"] for row in rows} == TIME_BOUNDED
    for row in rows:
        assert set(row["ranges"]) == {"valid", "recorded"}, row["name"]
        assert "valid WITH &&, recorded WITH &&" in row["truth"], row["name"]


async def test_every_sealed_row_names_its_dossier(main: asyncpg.Connection) -> None:
    """Data key, erasure and log all hang on the dossier: a sealed row without one could never be erased."""
    sealed = await main.fetch("""
        select c.relname as name,
               exists (select from pg_attribute d
                       where d.attrelid = c.oid and d.attname = 'dossier_id' and d.attnotnull) as dossier
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'sealed' and not a.attisdropped
        where c.relkind = 'r'
    """)
    assert len(sealed) > 5
    assert [row["name"] for row in sealed if not row["dossier"]] == []
