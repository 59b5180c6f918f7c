#!/usr/bin/env bash
# Makes menu-*.mp3, what the machine says before anybody answers Ruth: needs
# Debian's flite, sox and libsox-fmt-mp3. The words are those of call.yaml, the
# voice and the line those of call.mp3. The same script gives the same sound.
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
    flite -voice rms --setf duration_stretch=0.98 -t "$words" -o "$work/spoken.wav"
    sox -R "$work/spoken.wav" -r 16000 "$work/$n.wav" pitch 60 treble 4 silence 1 0.02 0.4% reverse silence 1 0.02 0.4% reverse pad 0.1 0.35
    parts+=("$work/$n.wav")
  done
  sox -R "${parts[@]}" -C 32 "$into/menu-$page.mp3" compand 0.02,0.25 6:-60,-48,-30,-18,-12,-10 -3 -60 0.05 sinc 300-3400 gain -n -2
}

say welcome 'Thank you for calling Tarn wick Energy.' 'If you are moving, press one.' 'For billing, press two.' 'For meter readings, press three.'
say moving 'You can tell us about a move online, up to six weeks ahead.' 'To go back, press star.'
say meter 'Meter readings are taken online, at any time.' 'Thank you for your call. Goodbye.'
