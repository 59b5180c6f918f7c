#!/usr/bin/env bash
# Makes the example's voice and video of four seconds each: needs Debian's
# flite, sox, libsox-fmt-mp3, and ffmpeg with librsvg. The same each time.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# speech VOICE WORDS FILE is words, filled up with silence to four seconds.
speech() {
  flite -voice "$1" -t "$2" -o "$work/words.wav"
  sox -R -V1 "$work/words.wav" -r 16000 "$3" pad 0 4 trim 0 4 gain -n -3
}
speech slt 'He stayed until it was warm. He even had a cup of tea.' "$work/voice.wav"
sox -R "$work/voice.wav" -C 32 voice.mp3
cat > voice.vtt <<'VTT'
WEBVTT

00:00.000 --> 00:01.700
<v Ada>He stayed until it was warm.

00:01.700 --> 00:04.000
<v Ada>He even had a cup of tea.
VTT

# A dark window, behind which a lamp is lit.
speech awb 'And then, at ten to six, there was light.' "$work/light.wav"
for n in $(seq 0 39); do
  lit=$(awk "BEGIN{x=($n-14)/8; if(x<0)x=0; if(x>1)x=1; print x}")
  cat > "$work/$(printf 'f%02d.svg' "$n")" <<SVG
<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320" viewBox="0 0 480 320">
  <path fill="#5f4334" d="M0 0h480v320H0z"/>
  <path fill="#4b3428" d="M0 70h480v4H0zM0 150h480v4H0zM0 230h480v4H0z"/>
  <path fill="#17202f" d="M150 50h180v210H150z"/>
  <g opacity="$lit"><path fill="#f3c969" d="M150 50h180v210H150z"/><circle cx="240" cy="150" r="44" fill="#fff3d0"/></g>
  <path fill="none" stroke="#e9dfcd" stroke-width="12" d="M150 50h180v210H150zM240 50v210M150 150h180"/>
  <path fill="#e8edf3" d="M136 260h208v14H136z"/>
</svg>
SVG
done
ffmpeg -loglevel error -y -framerate 10 -i "$work/f%02d.svg" -i "$work/light.wav" -map 0:v -map 1:a \
  -c:v libvpx -b:v 90k -g 20 -pix_fmt yuv420p -c:a libopus -b:a 24k -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 window.webm
cat > window.vtt <<'VTT'
WEBVTT

00:00.000 --> 00:02.600
<v Ada>And then, at ten to six, there was light.
VTT
