"""Building and running the image without a Docker engine: mmdebstrap, buildah and podman over runc, as root.

How this machine reaches its package registries (mirror, certificates, local folders) is handed to the build
as a secret and as mounts. Nothing of it is written into a layer, and nothing of it stands in this repository.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = "localhost/rundbord-test-base"
# A small machine hands out small limits; asking for podman's own defaults fails there.
LIMITS = ["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096"]
PROGRAMS = ("mmdebstrap", "buildah", "podman", "runc")
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


def why_not() -> str:
    """One sentence why this machine cannot build and run images, or ``""``."""
    if sys.platform != "linux":
        return "images are built on Linux"
    if os.geteuid() != 0:
        return "building an image here needs root (no engine runs)"
    if missing := [name for name in PROGRAMS if not shutil.which(name)]:
        return f"not on this machine: {', '.join(missing)}"
    if not (_image_exists(BASE) or Path("/etc/apt").is_dir()):
        return "no Debian sources to make a base image from"
    return ""


def run(*command: str | Path, seconds: float = 120) -> str:
    """Run a command and give its output; a failure shows the last of what it said."""
    done = subprocess.run(
        command, check=False, timeout=seconds, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != 0:
        raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{done.stdout[-4000:]}")
    return done.stdout


def _image_exists(name: str) -> bool:
    return subprocess.run(["podman", "image", "exists", name], check=False).returncode == 0


def base_image(folder: Path) -> str:
    """A bare Debian with Python, made once on a machine from its own apt sources."""
    if _image_exists(BASE):
        return BASE
    listed = Path("/etc/apt/sources.list.d/debian.sources")
    sources = listed if listed.exists() else Path("/etc/apt/sources.list")
    archive = folder / "base.tar"
    command = ["mmdebstrap", "--variant=minbase", "--include=python3,python3-venv,ca-certificates"]
    command += [f"--aptopt={path}" for path in sorted(Path("/etc/apt/apt.conf.d").glob("99*"))]
    with sources.open("rb") as stdin:
        made = subprocess.run(
            [*command, "bookworm", str(archive), "-"],
            check=False,
            timeout=300,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    assert made.returncode == 0, made.stdout[-2000:]
    run("podman", "import", archive, BASE)
    archive.unlink()
    return BASE


def build(name: str, folder: Path) -> None:
    """Build the image of the working tree."""
    secret = folder / "build_env"
    settings, mounts = _registry_access()
    secret.write_text("".join(f"{key}='{value}'\n" for key, value in settings.items()))
    command: list[str | Path] = ["buildah", "bud", "--isolation", "chroot", "--format", "docker", "--layers"]
    command += ["--build-arg", f"BASE_IMAGE={base_image(folder)}", "--secret", f"id=build_env,src={secret}"]
    for path in mounts:
        command += ["--volume", f"{path}:{path}:ro"]
    run(*command, "-f", ROOT / "infra/Containerfile", "-t", name, ROOT, seconds=600)
    secret.unlink()


def _registry_access() -> tuple[dict[str, str], list[str]]:
    """This machine's pip and npm settings as variables, and the folders they point into."""
    settings = {}
    for line in run(sys.executable, "-m", "pip", "config", "list").splitlines():
        key, _, value = line.partition("=")
        if key.startswith("global."):
            settings["PIP_" + key.removeprefix("global.").upper().replace("-", "_")] = value.strip("'\"")
    settings |= {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "NPM_CONFIG_", "npm_config_"))}
    if CERTIFICATES.exists():
        settings |= {name: str(CERTIFICATES) for name in ("PIP_CERT", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")}
    if shutil.which("npm"):
        registry = run("npm", "config", "get", "registry").strip().splitlines()[-1]
        settings["NPM_CONFIG_REGISTRY"] = registry
    words = [word.removeprefix("file://") for value in settings.values() for word in value.split()]
    roots = {
        "/" + word.split("/")[1] + "/" + word.split("/")[2]
        for word in words
        if word.count("/") > 1 and word[0] == "/"
    }
    return settings, [path for path in sorted(roots) if Path(path).is_dir()]


@dataclass
class Container:
    """One running process of the image, on the host's network, with nothing but its settings."""

    image: str
    name: str
    command: list[str]
    environment: dict[str, str]
    mounts: list[str] = field(default_factory=list)

    def start(self) -> "Container":
        """Start it in the background, read-only and without rights."""
        run("podman", "run", "--detach", "--name", self.name, *self._options(), self.image, *self.command)
        return self

    def finish(self, seconds: float = 120) -> str:
        """Run it to its end and give what it said; a non-zero end fails."""
        return run(
            "podman",
            "run",
            "--rm",
            "--name",
            self.name,
            *self._options(),
            self.image,
            *self.command,
            seconds=seconds,
        )

    def _options(self) -> list[str]:
        options = ["--runtime", "runc", "--network", "host", "--read-only", "--cap-drop", "all", *LIMITS]
        options += ["--security-opt", "no-new-privileges", "--no-healthcheck", "--tmpfs", "/tmp:size=64m"]
        for key, value in self.environment.items():
            options += ["--env", f"{key}={value}"]
        for mount in self.mounts:
            options += ["--volume", mount]
        return options

    def inside(self, *command: str) -> str:
        """Run a command in the running container."""
        return run("podman", "exec", self.name, *command)

    def becomes_healthy(self, seconds: float = 120) -> None:
        """Wait until the image's own health check answers; a process that ended fails at once."""
        deadline = time.monotonic() + seconds
        while True:
            state = json.loads(run("podman", "inspect", self.name))[0]["State"]
            assert state["Running"], f"{self.name} ended:\n{self.log()}"
            if self._answers():
                return
            assert time.monotonic() < deadline, f"{self.name} is not healthy:\n{self.log()}"
            time.sleep(0.3)

    def _answers(self) -> bool:
        command = ["podman", "exec", self.name, "python", "/opt/rundbord/healthcheck.py"]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0

    def stop(self) -> int:
        """Ask it to end (SIGTERM) and give its exit code."""
        run("podman", "stop", "--time", "20", self.name)
        return int(json.loads(run("podman", "inspect", self.name))[0]["State"]["ExitCode"])

    def log(self) -> str:
        """Everything it wrote."""
        return run("podman", "logs", self.name)[-4000:]

    def remove(self) -> None:
        """Take it away, whatever its state."""
        subprocess.run(
            ["podman", "rm", "--force", "--time", "0", self.name], check=False, capture_output=True
        )
