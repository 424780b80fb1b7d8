"""The seed's own statements: everything else goes through the services."""

from services.core.db.queries import Queries

_SQL = Queries(__file__)

OPEN_SESSION = _SQL.command("open_session")
CLOSE_SESSION = _SQL.command("close_session")
AS_OF = _SQL.command("as_of")
