"""What must hold across the data: one generator of Findings per rule; the docstring is the rule."""

from __future__ import annotations

from kinerja.checks.registry import CHECKS, Check, Context, registered, run

__all__ = ["CHECKS", "Check", "Context", "registered", "run"]
