"""From bytes to the model: strict YAML, schema, dataclasses; and the place of every value."""
