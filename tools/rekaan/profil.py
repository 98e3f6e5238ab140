"""How each fictional service did in each quarter: how many requests, how fast, and how well it was liked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.model.capaian import CaraCatat, CaraSurvei

PERIODE = ("2024-tw4", "2025-tw1", "2025-tw2", "2025-tw3", "2025-tw4", "2026-tw1", "2026-tw2", "2026-tw3")
Deret = tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """One value for each quarter of PERIODE; None where the office kept no register, or held no survey.

    `tengah` is the middle of the times in the unit of the standard, `sebar` how far they spread (of their logarithm),
    `jeda` the working days between receipt and complete documents, `macet` the share of requests that get stuck.
    `suka` is the mean answer (1–4), `lemah` the unsur that is liked least, `seragam` the share of respondents who tick
    the same box everywhere. `tertulis` are the quarters before the electronic register, `daring` those of online
    surveys.
    """

    banyak: Deret
    tengah: Deret
    sebar: float = 0.45
    jeda: int = 1
    macet: Mapping[str, float]
    suka: Deret
    responden: float = 0.5
    lemah: str = "waktu-penyelesaian"
    tanpa: str = ""
    seragam: float = 0.06
    tertulis: tuple[str, ...] = ()
    daring: tuple[str, ...] = ()
    pengaduan: Deret = ()

    def cara(self, periode: str) -> CaraCatat:
        """How the times of a quarter were recorded."""
        return "register-tertulis" if periode in self.tertulis else "register-elektronik"

    def cara_survei(self, periode: str) -> CaraSurvei:
        """How the answers of a quarter were asked for."""
        return "daring" if periode in self.daring else "tatap-muka"


def _rata(nilai: float) -> Deret:
    return (nilai,) * len(PERIODE)


def _dua_kali(*nilai: float) -> Deret:
    """Surveys held in the fourth and the second quarter only."""
    a, b, c, d = nilai
    return (a, None, b, None, c, None, d, None)


SEMUA: Mapping[str, Profil] = {
    "kartu-keluarga-contoh": Profil(
        banyak=(410, 432, 388, 465, 402, 441, 418, 455),
        tengah=(2.7, 2.6, 2.4, 2.1, 1.9, 1.75, 1.7, 1.0),
        macet={},
        suka=(3.18, 3.2, 3.26, 3.34, 3.42, 3.5, 3.58, 3.66),
        pengaduan=(14, 11, 12, 9, 8, 8, 5, 4),
    ),
    "akta-kelahiran-contoh": Profil(
        banyak=(248, 255, 239, 262, 251, 270, 258, 266),
        tengah=(18, 19, 18, 9, 8, 6, 5, 4),
        sebar=0.7,
        jeda=0,
        macet={},
        suka=_dua_kali(3.3, 3.32, 3.45, 3.5),
        responden=0.64,
        tertulis=("2024-tw4", "2025-tw1", "2025-tw2"),
    ),
    "surat-pindah-contoh": Profil(
        banyak=(176, 181, 190, 205, 172, 188, 194, 210),
        tengah=(52, 53, 51, 52, 50, 51, 50, 36),
        sebar=0.25,
        jeda=0,
        macet={},
        suka=_dua_kali(3.34, 3.33, 3.36, 3.4),
        responden=0.72,
        lemah="sarana-prasarana",
    ),
    "izin-usaha-mikro-contoh": Profil(
        banyak=(142, 150, 155, 149, 161, 168, 190, 214),
        tengah=(3.1, 3.0, 3.2, 3.3, 3.6, 4.2, 4.9, 7.6),
        macet={"2026-tw2": 0.02, "2026-tw3": 0.05},
        suka=(3.3, 3.32, 3.28, 3.25, 3.14, 3.02, 2.9, 2.8),
        responden=0.75,
        pengaduan=(3, 4, 3, 5, 8, 13, 19, 26),
    ),
    "persetujuan-bangunan-contoh": Profil(
        banyak=(104, 112, 108, 115, 110, 118, 121, 126),
        tengah=(23, 22, 23, 22, 21, 22, 21, 7),
        sebar=0.3,
        jeda=3,
        macet={"2026-tw3": 0.54},
        suka=_dua_kali(3.05, 3.1, 3.12, 3.1),
        responden=0.82,
        lemah="prosedur",
    ),
    "izin-reklame-contoh": Profil(
        banyak=(92, 88, 95, 97, 90, 94, 99, 101),
        tengah=(3.0, 3.1, 2.9, 3.0, 3.1, 3.0, 2.9, 3.0),
        jeda=3,
        macet={},
        suka=_dua_kali(3.2, 3.18, 3.22, 3.2),
        responden=0.5,
        lemah="biaya",
    ),
    "legalisasi-ijazah-contoh": Profil(
        banyak=(262, 240, 388, 471, 255, 248, 402, 488),
        tengah=(17, 16.5, 17.5, 18, 17, 16.5, 17, 17),
        sebar=0.22,
        jeda=0,
        macet={},
        suka=(3.6, 3.62, 3.58, 3.55, 3.63, 3.66, 3.62, 3.6),
        responden=0.3,
        lemah="sarana-prasarana",
    ),
    "pengganti-ijazah-contoh": Profil(
        banyak=(19, 14, 22, 26, 17, 12, 21, 24),
        tengah=(3.0, 2.6, 3.4, 3.1, 2.6, 3.0, 2.8, 3.0),
        macet={},
        suka=_dua_kali(3.3, 3.45, 3.2, 3.4),
        responden=0.97,
        lemah="prosedur",
    ),
    "mutasi-siswa-contoh": Profil(
        banyak=(48, 61, 172, 231, 52, 66, 180, 244),
        tengah=(1.6, 1.6, 2.4, 2.6, 1.5, 1.5, 2.2, 2.3),
        macet={},
        suka=_dua_kali(3.4, 3.2, 3.42, 3.3),
        responden=0.72,
    ),
    "surat-pengantar-contoh": Profil(
        banyak=(221, 214, 230, 226, None, 219, 233, 228),
        tengah=(13, 13, 12, 13, None, 11, 11, 10),
        sebar=0.35,
        jeda=0,
        macet={},
        suka=(3.35, 3.36, 3.38, 3.37, None, 3.45, 3.47, 3.5),
        responden=0.67,
        lemah="sarana-prasarana",
        seragam=0.2,
    ),
    "dispensasi-nikah-contoh": Profil(
        banyak=(31, 28, 24, 34, 22, 27, 25, 29),
        tengah=(1.1, 1.2, 1.0, 1.2, 1.3, 1.0, 1.1, 0.9),
        sebar=0.6,
        macet={},
        suka=_dua_kali(3.4, 3.3, 3.5, 3.45),
        responden=0.96,
    ),
    "pendaftaran-bantuan-contoh": Profil(
        banyak=(205, 218, 224, 231, 240, 246, 238, 251),
        tengah=(15, 15.5, 15, 16, 15, 14.5, 14, 13.5),
        jeda=2,
        macet=dict.fromkeys(PERIODE, 0.03),
        suka=(2.58, 2.6, 2.7, 2.72, 2.78, 2.82, 2.85, 2.88),
        responden=0.67,
        lemah="pengaduan",
        pengaduan=(31, 35, 29, 38, 33, 30, 27, 24),
    ),
    "permohonan-informasi-contoh": Profil(
        banyak=(38, 42, 36, 45, 40, 47, 44, 51),
        tengah=(6.1, 6.0, 5.8, 5.6, 5.5, 5.3, 5.2, 5.0),
        jeda=0,
        macet={},
        suka=_dua_kali(3.5, 3.52, 3.55, 3.6),
        responden=0.93,
        tanpa="sarana-prasarana",
        daring=PERIODE,
    ),
    "kartu-berobat-contoh": Profil(
        banyak=(620, 655, 610, 648, 633, 690, 671, 702),
        tengah=(11, 11.5, 11, 10.5, 10.5, 10, 9.5, 9),
        sebar=0.4,
        jeda=0,
        macet={},
        suka=(3.55, 3.56, 3.55, 3.57, 3.58, 3.25, 3.28, 3.3),
        responden=0.4,
        seragam=0.42,
        daring=("2026-tw1", "2026-tw2", "2026-tw3"),
        pengaduan=(6, 5, 7, 6, 5, 6, 4, 5),
    ),
    "konsultasi-gizi-contoh": Profil(
        banyak=(None, None, None, None, None, None, None, 64),
        tengah=_rata(42),
        sebar=0.3,
        jeda=0,
        macet={},
        suka=(None, None, None, None, None, None, None, 3.5),
        responden=0.9,
    ),
}
