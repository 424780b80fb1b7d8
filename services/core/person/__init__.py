"""People: children, their custody holders, professionals; where they belong and since when."""
