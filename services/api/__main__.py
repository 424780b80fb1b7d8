"""``python -m services.api``: the api process, in production mode."""

import sys

from services.api.serve import serve
from services.core.mode import Mode
from services.core.settings import Settings, SettingsError

NEEDS = ("database_url", "keys_url", "key_dir", "anchor_dir")


def main() -> None:
    """Serve until SIGTERM, then answer what is running and end."""
    try:
        settings = Settings.from_env(needs=NEEDS)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    serve(settings, Mode.PRODUCTION)


if __name__ == "__main__":
    main()
