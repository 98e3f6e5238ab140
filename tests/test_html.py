"""HTML validity and links, by tools that are not ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
# From a file, vnu does not know what 'self' is; tests/browser proves the policy in a real browser.
KNOWN = r".*Content Security Policy.*external stylesheet.*blocked by “style-src” directive.*"


@pytest.fixture(scope="module")
def vnu(root: Path) -> tuple[str, ...]:
    """The command of the Nu Html Checker."""
    java, jar = shutil.which("java"), root / "node_modules/vnu-jar/build/dist/vnu.jar"
    if not java or not jar.is_file():
        missing("the HTML validator needs java, and `npm ci`")
    return (java, "-Xss8m", "-jar", str(jar), "--Werror", "--filterpattern", KNOWN)


@pytest.fixture(scope="module")
def lychee() -> str:
    """The link checker of this environment."""
    found = shutil.which("lychee", path=sysconfig.get_path("scripts")) or shutil.which("lychee")
    if not found:
        missing("the link checker comes with the extra `uji`")
    return found


@pytest.mark.parametrize("kind", ["html", "svg"])
def test_every_file_is_valid(vnu: tuple[str, ...], site: Path, kind: str) -> None:
    """No error and no warning, in pages and in charts."""
    done = subprocess.run([*vnu, f"--skip-non-{kind}", str(site)], capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stdout + done.stderr)


def test_the_validator_sees_a_mistake(vnu: tuple[str, ...], tmp_path: Path) -> None:
    """The filter hides one message, not all."""
    (tmp_path / "a.html").write_text("<!DOCTYPE html><html lang=id><title>a</title><p id=a><p id=a>")
    done = subprocess.run([*vnu, "--skip-non-html", str(tmp_path)], capture_output=True, text=True, check=False)

    assert (1, True) == (done.returncode, "Duplicate ID" in done.stderr)


@pytest.fixture(scope="module")
def moved(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on somebody's USB stick."""
    return shutil.copytree(site, tmp_path_factory.mktemp("usb") / "Situs kinerja (salinan 1)" / "é & %20")


@pytest.mark.parametrize("place", ["site", "moved"])
def test_every_link_and_anchor_inside_the_site_works(lychee: str, place: str, request: pytest.FixtureRequest) -> None:
    """Also from a folder whose name has spaces and other characters."""
    folder: Path = request.getfixturevalue(place)
    options = ["--offline", "--include-fragments=anchor-only", "--no-progress", "--extensions", "html"]
    done = subprocess.run([lychee, *options, str(folder)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_link_checker_sees_a_dead_anchor(lychee: str, tmp_path: Path) -> None:
    """A guard against options that check nothing."""
    (tmp_path / "a.html").write_text('<a href="a.html#hilang">hilang</a>')
    options = ["--offline", "--include-fragments=anchor-only", "--no-progress", "--extensions", "html"]
    done = subprocess.run([lychee, *options, str(tmp_path)], capture_output=True, text=True, check=False)

    assert done.returncode == 2, done.stdout + done.stderr
