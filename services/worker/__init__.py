"""The Celery worker and beat: finds what falls due and plans what must happen."""
