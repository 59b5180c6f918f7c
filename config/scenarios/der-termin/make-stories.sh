#!/usr/bin/env bash
# Makes the voices and the film of story.yaml, with their captions: needs
# Debian's espeak-ng, sox, libsox-fmt-mp3, and ffmpeg with librsvg. The caption
# times are those of the spoken pieces, so they are exact.
#
#   ./make-stories.sh [folder]     default: where the script stands
set -euo pipefail
export LC_ALL=C.UTF-8
into=$(realpath "${1:-$(dirname "$0")}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

rate=16000
stamp() { local t=$(($1 * 1000 / rate)); printf '%02d:%02d.%03d' $((t / 60000)) $((t / 1000 % 60)) $((t % 1000)); }

# begin NAME starts a recording; end finishes it as NAME.wav and NAME.vtt.
begin() { name=$1; at=0; n=0; printf 'WEBVTT\n' > "$name.vtt"; rm -f piece*.wav; }
add() { n=$((n + 1)); sox -R "$1" -r $rate -c 1 -b 16 "$(printf 'piece%03d.wav' $n)"; at=$((at + $(soxi -s "$(printf 'piece%03d.wav' $n)"))); }
pause() { sox -R -n -r $rate -c 1 -b 16 pause.wav trim 0 "$1"; add pause.wav; }
end() { sox -R piece*.wav "$name.wav" gain -n -3; cp "$name.vtt" "$into/"; }

# say WHO SECONDS CAPTION [SPOKEN] waits, then speaks; SPOKEN where the voice
# needs another spelling than the caption.
say() {
  local voice pitch speed
  case $1 in
    'Frau Kaya') voice=f5 pitch=66 speed=162 ;;
    'Frau Pohl') voice=f3 pitch=46 speed=158 ;;
    Gesa) voice=f2 pitch=50 speed=148 ;;
  esac
  pause "$2"
  espeak-ng -v "de+$voice" -p $pitch -s $speed -g 3 -w spoken.wav "${4:-$3}"
  sox -R spoken.wav -r $rate said.wav gain -6 bass 2 silence 1 0.02 0.4% reverse silence 1 0.02 0.4% reverse
  local from=$at
  add said.wav
  printf '\n%s --> %s\n<v %s>%s\n' "$(stamp $from)" "$(stamp $at)" "$1" "$3" >> "$name.vtt"
}

# --- die Mailbox --------------------------------------------------------------
begin mailbox
sox -R -n -r $rate beep.wav synth 0.4 sine 880 vol 0.25 fade 0.01 0.4 0.05; add beep.wav
say 'Frau Kaya' 0.4 'Guten Morgen, hier ist Aylin Kaya aus der Radiologie.' 'Guten Morgen, hier ist Eilin Kaja aus der Radiologie.'
say 'Frau Kaya' 0.4 'Es ist 6:38 Uhr. Sie haben gesagt, da sind Sie wach.' 'Es ist sechs Uhr achtunddreißig. Sie haben gesagt, da sind Sie wach.'
say 'Frau Kaya' 0.5 'Für halb acht hat jemand abgesagt. Kommen Sie?'
say 'Frau Kaya' 0.7 'Ich halte den Platz fest. Ich warte auf Sie.'
pause 0.4
end
sox -R mailbox.wav -C 32 "$into/mailbox.mp3" sinc 250-3600 gain -n -2

# --- Frau Pohl ----------------------------------------------------------------
begin pohl
say 'Frau Pohl' 0.3 'Einmal habe ich einen Abbruch als neue Patientin eingetragen.'
say 'Frau Pohl' 0.4 'Unter ihrem Mädchennamen. Ein anderer Weg war nicht vorgesehen.'
say 'Frau Pohl' 0.7 'Sie bekam ihren Termin.'
say 'Frau Pohl' 0.8 'Ich bekam ein Gespräch.'
pause 0.5
end
sox -R pohl.wav -C 32 "$into/pohl.mp3"

# --- die Sterne ---------------------------------------------------------------
begin sterne
say Gesa 1.0 'Um zehn vor zwölf kam sie.'
news=$at
say Gesa 0.6 'Ihre Untersuchung ist erledigt. Wie zufrieden waren Sie?'
say Gesa 0.8 'Da habe ich geweint, vor Erleichterung, zwischen lauter Fremden.'
stars=$at
say Gesa 0.9 'Und dann habe ich fünf Sterne gegeben.'
pause 1.6
end
fps=10
frames=$((at * fps / rate))
first=$((news * fps / rate)) star=$((stars * fps / rate + 8))
for f in $(seq 0 $((frames - 1))); do
  field=$((f * 23 % 640)) pole=$(((f * 61) % 900 - 120))
  # the message slides in; a star every half second
  slide=$(awk "BEGIN{x=($f-$first)/5; x=x<0?0:x>1?1:x; print 70*(1-x)*(1-x)}")
  seen=$((f >= first ? 1 : 0))
  lit=$(((f - star) / 5 + 1)); ((f < star)) && lit=0; ((lit > 5)) && lit=5
  stars_svg=
  for s in 1 2 3 4 5; do
    fill='none'; ((s <= lit)) && fill='#f2b632'
    stars_svg+="<path transform='translate($((216 + s * 34)) 311)' fill='$fill' stroke='#b9811a' stroke-width='2' d='M0-12l3.6 8 8.6.8-6.5 5.8 2 8.4L0 6.6-7.7 11l2-8.4-6.5-5.8 8.6-.8z'/>"
  done
  cat > "$(printf 'f%04d.svg' "$f")" <<SVG
<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400">
  <path fill="#5b5f66" d="M0 0h640v400H0z"/>
  <clipPath id="w"><rect x="40" y="22" width="560" height="150" rx="18"/></clipPath>
  <g clip-path="url(#w)">
    <path fill="#bfd0d8" d="M0 0h640v120H0z"/><path fill="#a9b48c" d="M0 96h640v90H0z"/>
    <g transform="translate(-$field 0)"><path fill="#8f9f6c" d="M0 130q160-36 320 0t320 0 320 0 320 0v60H0z"/><path fill="#6f8457" d="M90 112q20-44 44 0zM400 108q24-52 50 0zM730 112q20-44 44 0zM1040 108q24-52 50 0z"/></g>
    <path fill="#4c4238" d="M$pole 0h10v190h-10z"/>
  </g>
  <rect x="40" y="22" width="560" height="150" rx="18" fill="none" stroke="#3d4046" stroke-width="10"/>
  <path fill="#d8cbb4" d="M0 216h640v184H0z"/><path fill="#c3b498" d="M0 216h640v10H0z"/>
  <path fill="#f2ede2" d="M70 262h74v70q0 12-12 12H82q-12 0-12-12z"/><path fill="#6b4a32" d="M76 262h62v10H76z"/>
  <rect x="188" y="192" width="260" height="212" rx="26" fill="#17181b"/>
  <rect x="198" y="202" width="240" height="202" rx="18" fill="#eef2f8"/>
  <g font-family="DejaVu Sans, sans-serif" fill="#22262c">
    <text x="318" y="230" font-size="15" text-anchor="middle" fill="#5a6470">11:50</text>
    <g opacity="$seen" transform="translate(0 $slide)">
      <rect x="208" y="240" width="220" height="92" rx="10" fill="#fff" stroke="#2c4a86" stroke-width="1.5"/>
      <text x="218" y="259" font-size="12" fill="#2c4a86">Mein Elvenrode</text>
      <text x="218" y="275" font-size="12">Ihre Untersuchung ist erledigt.</text>
      <text x="218" y="290" font-size="12">Wie zufrieden waren Sie?</text>
      $stars_svg
    </g>
  </g>
</svg>
SVG
done
sox -R -n -r $rate -c 1 train.wav synth "$(soxi -D sterne.wav)" brownnoise vol 0.10 lowpass 300 tremolo 1.6 40
sox -R -m -v 1 sterne.wav -v 1 train.wav mix.wav gain -n -3
ffmpeg -loglevel error -y -framerate $fps -i f%04d.svg -i mix.wav -map 0:v -map 1:a -c:v libvpx -b:v 220k -g 50 -pix_fmt yuv420p \
  -c:a libopus -b:a 32k -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 "$into/sterne.webm"
