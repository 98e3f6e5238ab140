#!/usr/bin/env bash
# The report of a proposal: laporan.sh ASAL FOLDER writes FOLDER/komentar.md (for the comment) and FOLDER/lengkap.txt.
# `kinerja beda` says itself where the analysis failed; a report of a failure is a report.
set -euo pipefail
asal=$1
folder=$2
kinerja=${KINERJA:-.venv/bin/kinerja}
mkdir -p "$folder"
"$kinerja" beda "$asal" --format markdown >"$folder/komentar.md" 2>"$folder/galat.txt" || cat "$folder/galat.txt" >>"$folder/komentar.md"
"$kinerja" beda "$asal" --format teks >"$folder/lengkap.txt" 2>&1 || true
rm -f "$folder/galat.txt"
