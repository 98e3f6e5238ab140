"""The folder .github: workflows of least privilege, forms that GitHub accepts, an office for every folder of data."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ("periksa", "usulan", "komentar")
FORMS = ("usulan-kriteria", "kesalahan-data")
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}")


def workflow(root: Path, name: str) -> dict[Any, Any]:
    """A workflow, parsed; YAML reads its key `on` as True."""
    found = yaml.safe_load((root / ".github" / "workflows" / f"{name}.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps(found: dict[Any, Any]) -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for job in found["jobs"].values() for step in job["steps"]]


def test_every_workflow_is_known_here(root: Path) -> None:
    assert {path.stem for path in (root / ".github" / "workflows").iterdir()} == set(WORKFLOWS)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_by_commit(root: Path, name: str) -> None:
    used = [step["uses"] for step in steps(workflow(root, name)) if "uses" in step]
    assert used
    assert [one for one in used if not PINNED.fullmatch(one)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_checkout_keeps_no_token(root: Path, name: str) -> None:
    checkouts = [step for step in steps(workflow(root, name)) if "checkout" in step.get("uses", "")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False] * len(checkouts)


@pytest.mark.parametrize("name", ["periksa", "usulan"])
def test_what_runs_foreign_code_may_only_read_and_sees_no_secret(root: Path, name: str) -> None:
    found = workflow(root, name)
    assert found["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in found["jobs"].values())
    text = (root / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
    assert "secrets." not in text
    assert "github.token" not in text


@pytest.mark.parametrize("name", ["periksa", "usulan"])
def test_a_proposal_is_compared_with_the_whole_history(root: Path, name: str) -> None:
    depths = [step["with"]["fetch-depth"] for step in steps(workflow(root, name)) if "checkout" in step.get("uses", "")]
    assert depths
    assert set(depths) == {0}


def test_what_holds_a_token_runs_the_main_branch_only(root: Path) -> None:
    found = workflow(root, "komentar")
    assert found["permissions"] == {}
    checkout, *rest = steps(found)
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert [step.get("run") for step in rest] == ["python3 .github/komentar.py"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_text_of_a_stranger_is_put_into_a_script(root: Path, name: str) -> None:
    assert [step["run"] for step in steps(workflow(root, name)) if "${{" in step.get("run", "")] == []


def test_the_linter_of_workflows_finds_nothing(root: Path) -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if zizmor is None:
        pytest.skip("zizmor tidak terpasang")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", ".github/workflows"], cwd=root, capture_output=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_what_github_asks_of_it(root: Path, name: str) -> None:
    form = yaml.safe_load((root / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text("utf-8"))
    assert {"name", "description", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert all(field["attributes"]["label"] and re.fullmatch(r"[\w-]+", field["id"]) for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)
    assert all("value" in field["attributes"] for field in form["body"] if field["type"] == "markdown")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_warns_of_personal_data_first(root: Path, name: str) -> None:
    form = yaml.safe_load((root / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text("utf-8"))
    first = form["body"][0]
    assert first["type"] == "markdown"
    assert "Jangan menulis nama pegawai, NIP" in first["attributes"]["value"]


def test_the_template_of_a_proposal_has_four_boxes(root: Path) -> None:
    text = (root / ".github" / "pull_request_template.md").read_text("utf-8")
    assert text.count("- [ ] ") == 4


def test_every_folder_of_data_has_a_line_for_its_office(root: Path) -> None:
    text = (root / ".github" / "CODEOWNERS").read_text("utf-8")
    lines = {line.split()[0] for line in text.splitlines() if line.startswith("/")}
    there = {f"/data/{path.name}{'/' if path.is_dir() else ''}" for path in (root / "data").iterdir()}
    assert there - lines == set()
