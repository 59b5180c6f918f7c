#!/usr/bin/env bash
# Makes the test sounds: half a second that rises from silence, in every format
# that is read. Needs Debian's sox and libsox-fmt-mp3. The same each time.
set -euo pipefail
cd "$(dirname "$0")"
tone() { sox -R -n -r "$1" -c "$2" "${@:4}" "$3" synth 0.5 sine 440 vol 0.8 fade t 0.5 0.5 0; }
tone 8000 1 pcm8.wav -b 8 -e unsigned-integer
tone 8000 2 pcm16.wav -b 16
tone 8000 1 pcm24.wav -b 24
tone 8000 1 pcm32.wav -b 32
tone 8000 1 float.wav -b 32 -e floating-point
tone 8000 1 mulaw.wav -e mu-law
tone 8000 1 alaw.wav -e a-law
tone 8000 1 gsm.wav -e gsm-full-rate
tone 16000 1 mono16k.mp3 -C 32
tone 44100 2 stereo44k.mp3 -C -4.2
tone 8000 1 mpeg25.mp3 -C 16
tone 16000 1 mono.ogg -C 1
