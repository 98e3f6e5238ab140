"""What a changed rule would change in what was last published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kinerja.diff.akibat import Akibat
from kinerja.diff.akibat_kinerja import effects
from kinerja.model.repository import Repository

SERVICE = "kartu-keluarga-contoh"


def effect(lama: Repository, baru: Repository, aturan: str, *berkas: str) -> Akibat:
    """The one effect of a rule."""
    (found,) = [one for one in effects(lama, baru, berkas) if one.aturan == aturan]
    return found


def with_rules(repo: Repository, **changes: Any) -> Repository:
    """The repository with other rules."""
    return replace(repo, aturan=replace(repo.aturan, **changes))


def with_standard(repo: Repository, **changes: Any) -> Repository:
    """The repository where the last standard of the service is another one."""
    layanan = repo.layanan[SERVICE]
    standar = (*layanan.standar[:-1], replace(layanan.standar[-1], **changes))
    return replace(repo, layanan={**repo.layanan, SERVICE: replace(layanan, standar=standar)})


def with_counts(repo: Repository, **changes: Any) -> Repository:
    """The repository where the last requests of the service are others: all of 100 done, 80 in time."""
    series = repo.capaian_layanan[SERVICE]
    last = replace(
        series[-1], permohonan=100, selesai=100, terbuka=0, terbuka_lewat=0, tepat_waktu=80, waktu=None, **changes
    )
    return replace(repo, capaian_layanan={**repo.capaian_layanan, SERVICE: (*series[:-1], last)})


def shifted(edge: str) -> Callable[[Any], Any]:
    """The versions of a rule of bands, the last one with another edge for the best."""

    def change(versi: Any) -> Any:
        best = replace(versi[-1].pita[-1], bawah=Decimal(edge))
        return (*versi[:-1], replace(versi[-1], pita=(*versi[-1].pita[:-1], best)))

    return change


def test_nothing_changed_has_no_effect(repo: Repository) -> None:
    """Not even an empty one."""
    assert effects(repo, repo, ()) == ()


def test_a_shifted_band_names_every_survey_that_would_get_another_mutu(repo: Repository) -> None:
    """Counted over the last survey of each service, by hand here."""
    skm = replace(repo.aturan.skm, versi=shifted("85.00")(repo.aturan.skm.versi))
    found = effect(repo, with_rules(repo, skm=skm), "mutu survei kepuasan")
    last = [series[-1] for series in repo.skm.values()]
    between = [one for one in last if Decimal("85.00") <= one.ikm < Decimal("88.31")]

    assert between
    assert found.dihitung == len(last)
    assert len(found.pindah) == len(between)
    assert {(p.dari, p.ke) for p in found.pindah} == {("mutu B, Baik", "mutu A, Sangat Baik")}


def test_a_version_of_the_future_is_tried_on_the_last_survey(repo: Repository) -> None:
    """It would not judge that survey by its date; the question is what it will do."""
    versi = repo.aturan.skm.versi
    later = replace(shifted("99.00")(versi)[-1], berlaku_mulai=date(2028, 1, 1))
    found = effect(repo, with_rules(repo, skm=replace(repo.aturan.skm, versi=(*versi, later))), "mutu survei kepuasan")

    assert {p.ke for p in found.pindah} == {"mutu B, Baik"}


def test_a_band_of_an_outside_assessment_is_tried_on_the_last_value_of_each_series(repo: Repository) -> None:
    """The compliance of 2024 was an A."""
    pita = repo.aturan.pita["ombudsman"]
    changed = replace(pita, versi=(*shifted("99.50")(pita.versi[:1]), *pita.versi[1:]))
    baru = with_rules(repo, pita={**repo.aturan.pita, "ombudsman": changed})
    found = effect(repo, baru, f"pita {pita.judul}")

    assert [p.ke for p in found.pindah] == ["B, Kualitas tinggi"]


def test_another_target_is_judged_again_from_the_counts(repo: Repository) -> None:
    """80 of 100 in time: enough for 0.8, too few for 0.9."""
    lama = with_counts(with_standard(repo, target=Fraction(4, 5)))
    baru = with_counts(with_standard(repo, target=Fraction(9, 10)))
    (moved,) = effect(lama, baru, "standar layanan").pindah

    assert (moved.dari, moved.ke) == ("memenuhi standar", "belum memenuhi standar")
    assert moved.objek == "Penerbitan Kartu Keluarga Contoh (Dinas Kependudukan Contoh)"


def test_another_limit_cannot_be_judged_from_counts_by_the_old_one_and_that_is_said(repo: Repository) -> None:
    """80 of 100 within two days; how many within three, nobody knows."""
    lama = with_counts(with_standard(repo, target=Fraction(9, 10)))
    baru = with_counts(with_standard(repo, target=Fraction(9, 10), batas=3))
    found = effect(lama, baru, "standar layanan")

    assert (found.dihitung, found.pindah) == (0, ())
    assert "dihitung dengan batas lama dan tidak cukup untuk batas yang baru" in found.sebab


@pytest.mark.parametrize(
    ("batas", "target", "ke"), [(1, "9/10", "belum memenuhi standar"), (3, "4/5", "memenuhi standar")]
)
def test_a_limit_that_the_counts_decide_anyway_is_judged(repo: Repository, batas: int, target: str, ke: str) -> None:
    """Too late for two days is too late for one; in time for two days is in time for three."""
    lama = with_counts(with_standard(repo, target=Fraction(9, 10)))
    baru = with_counts(with_standard(repo, target=Fraction(target), batas=batas))
    found = effect(lama, baru, "standar layanan")

    assert found.dihitung == 1
    assert [p.ke for p in found.pindah] in ([ke], [])


def test_a_small_sample_is_neither_praised_nor_blamed(repo: Repository) -> None:
    """As on the page of the service."""
    lama = with_counts(with_standard(repo, target=Fraction(4, 5)))
    few = {
        SERVICE: tuple(
            replace(c, permohonan=5, selesai=5, terbuka=0, terbuka_lewat=0, tepat_waktu=4)
            for c in lama.capaian_layanan[SERVICE]
        )
    }
    lama = replace(lama, capaian_layanan={**lama.capaian_layanan, **few})
    found = effect(lama, with_standard(lama, target=Fraction(9, 10)), "standar layanan")

    assert found.pindah == ()
    assert "sampel kecil" in found.sebab


def test_another_pattern_is_tried_on_every_unit_for_every_predikat_of_its_organisation(repo: Repository) -> None:
    """Which one the organisation has is not in the data, and that is said."""
    pola = repo.aturan.pola_distribusi
    wide = tuple(replace(p, syarat=()) for p in pola.versi[-1].pola)
    changed = replace(pola, versi=(replace(pola.versi[-1], pola=wide),))
    found = effect(repo, with_rules(repo, pola_distribusi=changed), "pola distribusi")

    assert found.pindah
    assert {p.ke for p in found.pindah} == {"di dalam pola"}
    assert found.dihitung % len(wide) == 0
    assert "tidak ada dalam data, maka setiap kemungkinannya dihitung" in found.sebab


@pytest.mark.parametrize("berkas", ["data/kriteria/guru/2027-01-01.yaml", "data/aturan/predikat.yaml"])
def test_what_no_published_figure_tells_is_said_to_be_unknown(repo: Repository, berkas: str) -> None:
    """With the reason."""
    (found,) = effects(repo, repo, (berkas,))

    assert found.sebab
    assert (found.dihitung, found.pindah) == (0, ())
