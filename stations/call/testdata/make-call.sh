#!/usr/bin/env bash
# Makes the six seconds' call of the tests: a ring, a voice, hold, a voice.
# Needs Debian's flite, sox and libsox-fmt-mp3. The same each time.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# speech VOICE WORDS SECONDS FILE is words, filled up with silence to a length.
speech() {
  flite -voice "$1" -t "$2" -o "$work/words.wav"
  sox -R -V1 "$work/words.wav" -r 16000 "$4" pad 0 "$3" trim 0 "$3"
}
sox -R -n -r 16000 -b 16 "$work/ring.wav" synth 1 sine 400 vol 0.3
speech awb "Meter team, hello." 1.6 "$work/one.wav"
sox -R -n -r 16000 -b 16 "$work/hold.wav" synth 1.4 pluck A3 vol 0.4
speech slt "Hello. I sent a reading." 2 "$work/two.wav"
sox -R "$work"/{ring,one,hold,two}.wav -C 32 call.mp3
cat > call.vtt <<'VTT'
WEBVTT

00:01.000 --> 00:02.600
<v Colin>Meter team, hello.

00:04.000 --> 00:04.600
<v Ruth>Hello.

00:04.600 --> 00:06.000
<v Ruth>I sent a reading.
VTT
