#!/usr/bin/env bash
# Makes the test sounds: half a second that rises from silence, in every format
# that is read and in some that are refused. They are committed, so that tests
# need none of what made them: Debian's sox, libsox-fmt-mp3, opus-tools, ffmpeg.
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
tone 8000 1 double.wav -b 64 -e floating-point
tone 8000 1 ima.wav -e ima-adpcm
tone 8000 1 ms.wav -e ms-adpcm
tone 16000 1 mono.flac
tone 8000 2 stereo24.flac -b 24
sox mono.flac -t flac - | cat >unsaid.flac # it cannot say how many samples follow
printf '\0\0\0\0' | dd of=unsaid.flac bs=1 seek=22 conv=notrunc status=none
opusenc --quiet --serial 1 --bitrate 16 mono.flac mono.opus
exact=(-v error -y -i mono.flac -fflags +bitexact -flags:a +bitexact -map_metadata -1)
ffmpeg "${exact[@]}" -c:a aac -b:a 24k -movflags +faststart mono.m4a
ffmpeg "${exact[@]}" -c:a aac -b:a 24k late.m4a # its boxes come after the sound
ffmpeg "${exact[@]}" -c:a alac alac.m4a
ffmpeg "${exact[@]}" -c:a flac -f ogg flac.ogg
