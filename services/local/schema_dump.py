"""Writes down both schemas as they are after all migrations: `python -m services.local.schema_dump`.

`services/core/db/schema.sql` and `keys_schema.sql` are what a reader of the code opens first, and what a review
of a migration shows as its effect. A test holds that they are what the migrations make.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from services.core.db.migrate import migrate
from services.local import postgres
from services.local.process import free_port

_DB: Final = Path(__file__).parent.parent / "core" / "db"
FILES: Final = {"main": _DB / "schema.sql", "keys": _DB / "keys_schema.sql"}
_DATABASES: Final = {"main": "rundbord", "keys": "rundbord_keys"}
_NOISE: Final = re.compile(
    r"^(--.*|\\(un)?restrict .*|SET .*|SELECT pg_catalog\.set_config.*)\n", re.MULTILINE
)
_ROLES: Final = re.compile(r" TO (\w+(?:, \w+)+) (USING|WITH CHECK)")
_BLANK: Final = re.compile(r"\n{3,}")


def dump(server: postgres.Server, database: str) -> str:
    """The schema of a database of ours as SQL, without what differs from run to run."""
    done = subprocess.run(
        [
            str(server.programs / "pg_dump"),
            *(
                "--schema-only",
                "--schema=rundbord",
                *(["--extension=btree_gist"] if database == _DATABASES["main"] else []),
                "--no-comments",
                "--restrict-key=rundbord",
            ),
            f"--dbname={server.dsn(postgres.SUPERUSER, database)}",
        ],
        capture_output=True,
        text=True,
        env=postgres.environment(),
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"pg_dump: {done.stderr.strip()}")
    return normalised(done.stdout)


def normalised(text: str) -> str:
    """A dump without its comments, settings and spare lines; a policy's roles in the order of their names.

    PostgreSQL tells them in the order in which they happen to lie on disk.
    """
    told = _ROLES.sub(lambda found: f" TO {', '.join(sorted(found[1].split(', ')))} {found[2]}", text)
    return _BLANK.sub("\n\n", _NOISE.sub("", told)).strip() + "\n"


def main() -> int:
    """Migrate a throw-away server and write both files."""
    home = Path(tempfile.mkdtemp(prefix="rundbord-schema-"))
    home.chmod(0o711)
    try:
        for instance, file in FILES.items():
            file.write_text(_fresh(home, instance), encoding="utf-8")
            print(file.name)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


def _fresh(home: Path, instance: str) -> str:
    database = _DATABASES[instance]
    access = postgres.embedded_access(database, free_port(), postgres.new_passwords())
    server = postgres.prepare(home, instance, access, extra=postgres.UNSAFE_BUT_FAST)
    initdb = postgres.begin_initdb(server)
    if initdb is not None:
        postgres.end_initdb(server, initdb)
    process = postgres.start(server, home / f"{instance}.log")
    try:
        postgres.wait_ready(server, process)
        postgres.apply_roles(access)
        asyncio.run(migrate(server.dsn("rundbord_owner"), instance))
        return dump(server, database)
    finally:
        process.kill()
        process.wait(10)


if __name__ == "__main__":
    sys.exit(main())
