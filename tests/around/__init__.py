"""What is done around a child: offers, checklists, networks, knowledge handed over, exchanges, guides."""
