"""Transparency of performance: YAML in git → checks → summaries → charts → pages."""
