"""The image, the compose file and the proxy: checked as files everywhere, run where the machine allows."""
