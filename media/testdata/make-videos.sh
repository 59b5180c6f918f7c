#!/usr/bin/env bash
# Makes the test videos: a second of a grey square, in what browsers play and
# once as it comes from a camera. Needs Debian's ffmpeg; they are committed.
set -euo pipefail
cd "$(dirname "$0")"
from=(-v error -y -f lavfi -i color=gray:64x48:r=10:d=1)
tone=(-f lavfi -i sine=440:d=1)
exact=(-shortest -pix_fmt yuv420p -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1)
ffmpeg "${from[@]}" "${tone[@]}" -c:v libvpx -c:a libopus -b:a 12k "${exact[@]}" vp8.webm
ffmpeg "${from[@]}" -c:v libvpx-vp9 "${exact[@]}" vp9-silent.webm
ffmpeg "${from[@]}" -c:v libvpx "${exact[@]}" -f webm - | cat >live.webm # it cannot say how long it will be
ffmpeg "${from[@]}" "${tone[@]}" -c:v libx264 -c:a aac -b:a 12k "${exact[@]}" h264.mp4
