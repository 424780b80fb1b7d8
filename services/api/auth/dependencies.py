"""What the login routes stand on. The application makes one at start and attaches it."""

from dataclasses import dataclass, field
from typing import Final

from litestar import Litestar

from services.api.auth.discovery import Directory
from services.api.auth.login import Login
from services.api.auth.providers import Providers
from services.api.auth.providers_file import ProvidersFile
from services.api.auth.store import LoginStore
from services.api.rate_limit import Limit, RateLimiter
from services.core.db.database import Database
from services.core.mode import Mode
from services.core.settings import Network, Settings

_STATE: Final = "auth"
_EACH_MINUTE: Final = {
    name: Limit(name, most=600, seconds=60) for name in ("login", "callback", "backchannel")
}


@dataclass(frozen=True)
class Limits:
    """How often one address may ask. Many people share one: a town hall has a single way out."""

    login: Limit = _EACH_MINUTE["login"]
    callback: Limit = _EACH_MINUTE["callback"]
    backchannel: Limit = _EACH_MINUTE["backchannel"]


@dataclass(frozen=True)
class AuthDependencies:
    """Everything that ``auth_routes`` needs."""

    login: Login
    limiter: RateLimiter
    settings: Settings
    mode: Mode = Mode.PRODUCTION
    limits: Limits = field(default_factory=Limits)
    proxies: tuple[Network, ...] = ()

    @classmethod
    def open(cls, settings: Settings, database: Database, mode: Mode = Mode.PRODUCTION) -> "AuthDependencies":
        """Made in the event loop that serves; raises ``ProviderProblem`` for an unusable providers' file."""
        file = settings.providers_file
        providers = ProvidersFile(file, mode) if file else Providers((), mode)
        login = Login(providers, LoginStore(database), Directory())
        return cls(login, RateLimiter(settings.redis_url), settings, mode, proxies=settings.proxies())

    def attach(self, app: Litestar) -> None:
        """Let the routes of this application find it."""
        app.state[_STATE] = self

    async def close(self) -> None:
        """Close what it opened."""
        await self.limiter.close()


def dependencies_of(app: Litestar) -> AuthDependencies:
    """What was attached; raises ``KeyError`` before."""
    found: AuthDependencies = app.state[_STATE]
    return found
