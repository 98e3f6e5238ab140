"""Raw records outside the repository → aggregates that are safe to publish. Nothing personal leaves this room."""
