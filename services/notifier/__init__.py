"""The notifier: delivers planned messages, each once, after checking again."""
