"""The outbox: what must be told to whom, planned in the transaction of the change it tells about."""
