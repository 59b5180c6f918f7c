#!/usr/bin/env bash
# Makes menu-*.mp3, what the machine says before anybody answers Konrad: needs
# Debian's espeak-ng, sox and libsox-fmt-mp3. The words are those of call.yaml,
# the voice and the line those of call.mp3. The same script gives the same sound.
#
#   ./make-menu.sh [folder]     default: where the script stands
set -euo pipefail
export LC_ALL=C
into=$(realpath "${1:-$(dirname "$0")}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# say PAGE WORDS… is what one page says, a pause after each.
say() {
  local page=$1 n=0 parts=()
  shift
  for words in "$@"; do
    n=$((n + 1))
    espeak-ng -v de+belinda -p 58 -s 156 -g 2 -w "$work/spoken.wav" "$words"
    sox -R "$work/spoken.wav" -r 16000 "$work/$n.wav" gain -8 treble 5 gain -n -1 silence 1 0.02 0.4% reverse silence 1 0.02 0.4% reverse pad 0.1 0.35
    parts+=("$work/$n.wav")
  done
  sox -R "${parts[@]}" -C 32 "$into/menu-$page.mp3" compand 0.02,0.25 6:-60,-48,-30,-18,-12,-10 -3 -60 0.05 sinc 300-3400 gain -n -2
}

say welcome 'Klinikum Elvenrode, Terminzentrale.' 'Für die Chirurgie drücken Sie die Eins.' 'Für die Innere Medizin die Zwei.' 'Für die Radiologie drücken Sie die Drei.' 'Für alles andere die Null.'
say clinic 'Termine in dieser Klinik vergibt die Ambulanz, dienstags von zehn bis elf Uhr.' 'Zurück mit der Stern-Taste.'
say desk 'Unsere Information ist ab neun Uhr besetzt.' 'Auf Wiederhören.'
