"""``python -m services.api``: the api process, in production mode."""

from services.api.serve import serve
from services.core.mode import Mode
from services.core.settings import Settings

NEEDS = ("database_url", "keys_url", "key_dir")


def main() -> None:
    """Serve until SIGTERM, then answer what is running and end."""
    serve(Settings.from_env(needs=NEEDS), Mode.PRODUCTION)


if __name__ == "__main__":
    main()
