"""The TLS proxy's configuration, run: Host goes through, unknown hosts and inner paths do not."""

import datetime as dt
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

ROOT = Path(__file__).parents[2]
HOSTS = ("nord.example.dk", "syd.example.dk")

pytestmark = pytest.mark.skipif(not shutil.which("caddy"), reason="the proxy (caddy) is not on this machine")


class Upstream(BaseHTTPRequestHandler):
    """Stands where the api stands and tells what reached it."""

    name = "api"

    def do_GET(self) -> None:
        told = [("reached", self.name), *self.headers.items()]
        seen = "\n".join(f"{name.lower()}: {value}" for name, value in told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(seen)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(seen)

    def log_message(self, *_: object) -> None:
        pass


class ReceiptsUpstream(Upstream):
    """Stands where the notifier takes receipts."""

    name = "notifier"


def certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOSTS[0])])
    today = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today)
        .not_valid_after(today + dt.timedelta(days=36500))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(h) for h in (*HOSTS, "fremmed.example.dk")]), False
        )
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("proxy")
    certificate(folder)
    upstream = ThreadingHTTPServer(("127.0.0.1", 0), Upstream)
    receipts = ThreadingHTTPServer(("127.0.0.1", 0), ReceiptsUpstream)
    for server in (upstream, receipts):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    port = free_port()
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "RUNDBORD_HOSTS": " ".join(HOSTS),
        "RUNDBORD_UPSTREAM": f"127.0.0.1:{upstream.server_port}",
        "RUNDBORD_RECEIPTS_UPSTREAM": f"127.0.0.1:{receipts.server_port}",
        "RUNDBORD_TLS_DIR": str(folder),
        "RUNDBORD_PROXY_PORT": str(port),
    }
    command = ["caddy", "run", "--config", str(ROOT / "infra/proxy/Caddyfile"), "--adapter", "caddyfile"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 60
        while True:
            assert process.poll() is None, (folder / "log").read_text()
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert time.monotonic() < deadline, (folder / "log").read_text()
                time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(60)
        upstream.shutdown()
        receipts.shutdown()


def ask(
    port: int, host: str, path: str = "/", headers: dict[str, str] | None = None
) -> tuple[HTTPResponse, str]:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.sock = context.wrap_socket(socket.create_connection(("127.0.0.1", port)), server_hostname=host)
    connection.request("GET", path, headers={"Host": host, **(headers or {})})
    answer = connection.getresponse()
    return answer, answer.read().decode()


@pytest.mark.parametrize("host", HOSTS)
def test_the_host_reaches_the_api_as_the_browser_sent_it(proxy: int, host: str) -> None:
    answer, seen = ask(proxy, host, "/graphql")
    assert answer.status == 200
    assert f"host: {host}" in seen.splitlines()
    assert "x-forwarded-proto: https" in seen.splitlines()
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert answer.headers["Cache-Control"] == "no-store"


def test_receipts_and_nothing_else_reach_the_notifier(proxy: int) -> None:
    reached = {
        path: ask(proxy, HOSTS[0], path)[1].splitlines()[0]
        for path in (
            "/receipts/sms/gatewayapi?status=1",
            "/receipts/",
            "/receipts",
            "/graphql",
            "/x/receipts/sms/a",
        )
    }
    assert [path for path, to in reached.items() if to == "reached: notifier"] == [
        "/receipts/sms/gatewayapi?status=1",
        "/receipts/",
    ]


def test_an_unknown_host_is_nobodys(proxy: int) -> None:
    answer, body = ask(proxy, "fremmed.example.dk", "/graphql")
    assert (answer.status, body) == (421, "")


@pytest.mark.parametrize("path", ["/health/ready", "/health/live", "/metrics"])
def test_health_and_metrics_are_not_for_the_public(proxy: int, path: str) -> None:
    answer, body = ask(proxy, HOSTS[0], path)
    assert (answer.status, body) == (404, "")


def test_a_client_cannot_forge_where_it_comes_from(proxy: int) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Host": HOSTS[1], "X-Forwarded-Proto": "http"}
    _, seen = ask(proxy, HOSTS[0], headers=forged)
    assert "203.0.113.9" not in seen
    assert HOSTS[1] not in seen
    assert "x-forwarded-proto: https" in seen.splitlines()
