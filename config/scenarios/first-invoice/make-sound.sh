#!/usr/bin/env bash
# Makes what the room's own loudspeakers play: room.ogg, a loop of an evening
# kitchen (a low hum, a clock, now and then a note from far away), and the
# announcements open.ogg and exit.ogg with their captions. Needs Debian's flite,
# sox and ffmpeg. The same script gives the same sound.
#
#   ./make-sound.sh [folder]     default: where the script stands
set -euo pipefail
export LC_ALL=C
into=$(realpath "${1:-$(dirname "$0")}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

vorbis() { ffmpeg -hide_banner -loglevel error -y -i "$1" -map_metadata -1 -flags bitexact -fflags bitexact -c:a libvorbis -q:a "$2" -serial_offset 1 "$3"; }

# --- the room ---------------------------------------------------------------
# Everything in it repeats within the loop, so that its end fits its begin: the
# hum's beats have whole turns in it, and what rings beyond the end is folded
# back onto the begin.
rate=32000
long=30 # seconds
sox -R -n -r $rate -c 1 hum.wav synth $long sine 55 synth $long sine mix 110.1 synth $long sine mix 164.9 vol 0.5 tremolo 0.1 40
sox -R -n -r $rate -c 1 air.wav synth $((long + 2)) pinknoise sinc 120-900 vol 0.5
# fold FILE TO adds what lies behind the end of the loop to its begin.
fold() {
  sox -R "$1" head.wav trim 0 $long
  sox -R "$1" rest.wav trim $long
  sox -R -m -v 1 head.wav -v 1 rest.wav "$2"
}
# the air's last two seconds fade out over its first two
sox -R air.wav swelled.wav fade q 2 $((long + 2)) 2
fold swelled.wav still.wav
# a note every few seconds, left and right, each with a long tail
notes=()
i=0
for note in '1.5 A3' '5.2 E4' '8.9 C4' '12.4 G3' '16.8 D4' '20.1 F4' '23.7 A3' '27.3 C4'; do
  set -- $note
  i=$((i + 1))
  sox -R -n -r $rate -c 1 note.wav synth 6 pluck "$2" lowpass 1200 fade q 0.05 6 5 vol 0.35 pad "$1" 0
  sox -R note.wav note$i.wav remix $([ $((i % 2)) = 0 ] && echo '1v0.8 1v0.35' || echo '1v0.35 1v0.8') reverb 60 50 100
  notes+=("note$i.wav")
done
sox -R -m "${notes[@]}" played.wav gain -n -9 pad 0 6
fold played.wav notes.wav
# a clock, every second
sox -R -n -r $rate -c 1 tick.wav synth 0.012 square 2100 vol 0.2 fade 0 0.012 0.011 lowpass 3000 pad 0.03 0.958
sox -R tick.wav ticks.wav repeat $((long - 1)) trim 0 $long
sox -R -m -v 0.20 hum.wav -v 0.22 still.wav mono.wav
sox -R -m -v 0.9 mono.wav -v 0.07 ticks.wav under.wav
sox -R under.wav both.wav remix 1 1
sox -R -m -v 1 both.wav -v 0.5 notes.wav mixed.wav
sox -R mixed.wav room.wav gain -n -20
vorbis room.wav 1 "$into/room.ogg"

# --- the announcements ------------------------------------------------------
# say FILE CAPTION… speaks each, with a breath between them.
say() {
  local file=$1 at=0 n=0 from pieces=()
  shift
  printf 'WEBVTT\n' > "$file.vtt"
  for words in "$@"; do
    n=$((n + 1))
    flite -voice slt --setf duration_stretch=1.12 -t "$words" -o spoken.wav
    sox -R spoken.wav -r 24000 -c 1 piece$n.wav pitch -60 silence 1 0.02 0.4% reverse silence 1 0.02 0.4% reverse pad 0 0.35
    from=$at
    at=$((at + $(soxi -s piece$n.wav) * 1000 / 24000))
    printf '\n%s --> %s\n%s\n' "$(stamp $from)" "$(stamp $((at - 300)))" "$words" >> "$file.vtt"
    pieces+=("piece$n.wav")
  done
  sox -R "${pieces[@]}" said.wav reverb 12 40 30 gain -n -3
  vorbis said.wav 3 "$into/$file.ogg"
  cp "$file.vtt" "$into/$file.vtt"
}
stamp() { printf '%02d:%02d.%03d' $(($1 / 60000)) $(($1 / 1000 % 60)) $(($1 % 1000)); }

say open 'Welcome.' 'The room is open.' 'Please begin at the screen with the number one.'
say exit 'The room closes in a few minutes.' 'Please go to the exit,' 'and tell us there what you have seen.'
ls -l "$into"/*.ogg >&2
