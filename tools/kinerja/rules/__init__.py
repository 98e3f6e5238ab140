"""The rules as pure functions of dated values; a module's docstring begins with its rule and its source."""
