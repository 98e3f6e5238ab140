"""The nouns of the data as frozen dataclasses: an attribute is a key of the YAML, by the same name."""
