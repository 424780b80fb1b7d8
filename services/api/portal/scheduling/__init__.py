"""The pages on which a time is found: for who is asked, for who leads a meeting, and for who thinks of calling one."""
