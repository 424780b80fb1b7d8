"""Breaking the glass (nødadgang): a professional with no reason to see a child opens it, with a reason and for a time."""
