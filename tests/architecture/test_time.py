"""Time is an argument (ADR 0011): no clock is read in code or SQL but in the few places listed here."""

import re

from tests.architecture.tree import calls, text, under

PYTHON_CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "datetime.datetime.now", "datetime.datetime.utcnow",
    "dt.datetime.now", "date.today", "datetime.date.today", "dt.date.today", "time.time", "time.time_ns",
    "time.localtime", "time.gmtime", "timezone.now", "arrow.now", "pendulum.now",
}  # fmt: skip

# Where machine time enters. Each line says why no transaction can hand it over.
MAY_READ_THE_CLOCK: dict[str, str] = {
    "services/api/auth/entry.py": "logins and tokens are judged before any transaction, by machine time",
}

SQL_CLOCKS = re.compile(
    r"\b(now\s*\(|clock_timestamp|transaction_timestamp|statement_timestamp|current_timestamp|current_date"
    r"|current_time\b|localtimestamp|localtime\b|timeofday)",
    re.IGNORECASE,
)
OUR_CLOCKS = re.compile(r"\b(business|machine)_now\s*\(", re.IGNORECASE)
SQL_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
# Where machine time is right and rundbord.machine_now() is not at hand. Each line says why.
MAY_USE_MACHINE_TIME: dict[str, str] = {
    "services/core/keys/policies.sql": "the keys instance knows no business time: epochs are counted by machine",
    "services/core/db/keys_migrations/0001_keys.sql": "as above",
    "services/core/db/keys_schema.sql": "as above",
}
# The bodies of our two clocks themselves.
CLOCK_DEFINITION = re.compile(
    r"CREATE\s+(?:OR\s+REPLACE\s+)?FUNCTION\s+rundbord\.(?:business_now|machine_now|read_business_clock)\b.*?(?:;\s*END\s*;|\$\$\s*;|\$\w+\$\s*;|;\n\n)",
    re.IGNORECASE | re.DOTALL,
)


def test_no_module_reads_a_clock() -> None:
    reading = {
        str(path): f"line {line}: {name}()"
        for path in under("services", suffix=".py")
        if not path.is_relative_to("services/local")
        for line, name in calls(path)
        if name in PYTHON_CLOCKS
    }
    assert {path: why for path, why in reading.items() if path not in MAY_READ_THE_CLOCK} == {}
    assert set(MAY_READ_THE_CLOCK) <= set(reading), "no longer needed: strike it from the list"


def test_sql_knows_two_clocks_and_no_third() -> None:
    reading = {}
    for path in under("services", suffix=".sql"):
        sql = CLOCK_DEFINITION.sub("", SQL_COMMENT.sub("", text(path)))
        if found := [match.group() for match in SQL_CLOCKS.finditer(OUR_CLOCKS.sub("", sql))]:
            reading[str(path)] = found
    assert {path: found for path, found in reading.items() if path not in MAY_USE_MACHINE_TIME} == {}
    for place, found in reading.items():
        assert {word.lower() for word in found} == {"clock_timestamp"}, place


def test_the_search_finds_what_it_looks_for() -> None:
    assert SQL_CLOCKS.search("DEFAULT now()")
    assert SQL_CLOCKS.search("where until > CURRENT_DATE")
    assert not SQL_CLOCKS.search(OUR_CLOCKS.sub("", "until > rundbord.business_now()"))
