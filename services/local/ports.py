"""Which ports this data directory uses: the ones of the last start where they are still free."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from services.local.errors import EnvironmentProblem
from services.local.process import free_port, is_free

_USUAL = 8080


@dataclass(frozen=True)
class Ports:
    """TCP ports on 127.0.0.1, by what listens there."""

    api: int
    postgres: int
    keys: int
    valkey: int
    identity: int
    mail: int


def choose(file: Path, wanted: int | None) -> Ports:
    """Pick free ports. Raises EnvironmentProblem when the api's was asked for by number and is taken.

    The providers' port is part of their issuer, by which the system knows professionals again: keeping it
    spares them a new acquaintance at each start.
    """
    try:
        last = Ports(**json.loads(file.read_text()))
    except (OSError, ValueError, TypeError):
        last = None
    chosen: set[int] = set()

    def pick(before: int | None) -> int:
        port = before if before and before not in chosen and is_free(before) else free_port()
        while port in chosen:
            port = free_port()
        chosen.add(port)
        return port

    if wanted is not None:
        if not 0 < wanted < 65536:
            raise EnvironmentProblem(f"{wanted} is no TCP port.")
        if not is_free(wanted):
            raise EnvironmentProblem(
                f"Port {wanted} is taken: name another with --port, or leave --port out to get a free one."
            )
        chosen.add(wanted)
    ports = Ports(
        api=wanted or pick(last.api if last else _USUAL),
        postgres=pick(last.postgres if last else None),
        keys=pick(last.keys if last else None),
        valkey=pick(last.valkey if last else None),
        identity=pick(last.identity if last else None),
        mail=pick(last.mail if last else None),
    )
    file.write_text(json.dumps(asdict(ports)))
    return ports
