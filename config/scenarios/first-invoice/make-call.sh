#!/usr/bin/env bash
# Makes call.mp3 and call.vtt, Ruth's call of 5 October 2026: needs Debian's
# flite, sox and libsox-fmt-mp3. The caption times are those of the pieces the
# call is put together from, so they are exact. Prints the places of hold and
# transfer for call.yaml. The same script gives the same sound.
#
#   ./make-call.sh [folder]     default: where the script stands
set -euo pipefail
export LC_ALL=C
into=$(realpath "${1:-$(dirname "$0")}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

rate=16000
at=0        # samples put together so far
n=0         # pieces
printf 'WEBVTT\n' > call.vtt

ms() { echo $(($1 * 1000 / rate)); }
stamp() { local t; t=$(ms "$1"); printf '%02d:%02d.%03d' $((t / 60000)) $((t / 1000 % 60)) $((t % 1000)); }

# add FILE puts a piece at the end of the call.
add() {
  n=$((n + 1))
  sox -R "$1" -r $rate -c 1 -b 16 "$(printf 'piece%03d.wav' $n)"
  at=$((at + $(soxi -s "$(printf 'piece%03d.wav' $n)")))
}
pause() { sox -R -n -r $rate -c 1 -b 16 pause.wav trim 0 "$1"; add pause.wav; }

# say WHO SECONDS CAPTION [SPOKEN] waits, then speaks; SPOKEN where the voice
# needs another spelling than the caption.
say() {
  local who=$1 words=${4:-$3} name=${1%-*} voice stretch tone
  case $who in
    Ruth) voice=slt stretch=1.04 tone='pitch -170 vol 0.95' ;;
    Ruth-tired) voice=slt stretch=1.15 tone='pitch -230 vol 0.78' ;;
    Colin) voice=awb stretch=0.94 tone='vol 1.0' ;;
    Nadia) voice=slt stretch=0.93 tone='pitch 210 treble 3 vol 0.95' ;;
    Menu) voice=rms stretch=0.98 tone='pitch 60 treble 4 vol 1.05' ;;
  esac
  pause "$2"
  flite -voice $voice --setf duration_stretch=$stretch -t "$words" -o spoken.wav
  # the silence the voice puts before and after its words is the script's to set
  sox -R spoken.wav said.wav $tone \
    silence 1 0.02 0.4% reverse silence 1 0.02 0.4% reverse
  local from=$at
  add said.wav
  printf '\n%s --> %s\n<v %s>%s\n' "$(stamp $from)" "$(stamp $at)" "$name" "$3" >> call.vtt
}

# place WHAT FROM prints a segment that began at a sample and ends now.
place() { echo "  - {what: $1, from: $(ms "$2"), to: $(ms $at)}"; }

ring() { sox -R -n -r $rate ring.wav synth 0.4 sine 400 synth 0.4 sine mix 450 vol 0.25 fade 0.01 0.4 0.01 pad 0 0.2; add ring.wav; }
click() { sox -R -n -r $rate click.wav synth 0.012 whitenoise vol 0.5 fade 0 0.012 0.01 pad 0.05 0.12; add click.wav; }
# key ROW COLUMN is one tone of the telephone's keys, in Hz.
key() { sox -R -n -r $rate key.wav synth 0.18 sine "$1" synth 0.18 sine mix "$2" vol 0.35 fade 0.005 0.18 0.01; add key.wav; }
# typing SECONDS… is a keyboard across the line, a stroke after each.
typing() {
  for gap in "$@"; do
    sox -R -n -r $rate stroke.wav synth 0.02 brownnoise vol 0.55 fade 0.001 0.02 0.015 pad 0 "$gap"
    add stroke.wav
  done
}

# The company's hold music: a slow waltz of our own on a plucked string.
tune() {
  local i=0 note bars=()
  for bar in 'F3 A4 C5' 'C3 G4 E4' 'D3 F4 A4' 'A2 E4 C5' 'A#2 D5 F4' 'F3 C5 A4' 'G2 A#4 D5' 'C3 E4 G4' \
    'F3 F5 C5' 'E3 C5 G4' 'D3 D5 A4' 'C3 A4 E4' 'A#2 F4 D5' 'A2 C5 F4' 'C3 G4 A#4' 'F2 A4 F4'; do
    for note in $bar; do
      i=$((i + 1))
      sox -R -n -r $rate note$i.wav synth 1.3 pluck $note fade 0.005 1.3 0.6 vol 0.5 pad "$(awk "BEGIN{print $i*0.4-0.4}")"
      bars+=("note$i.wav")
    done
  done
  sox -R -m "${bars[@]}" tune.wav tremolo 5 12 reverb 25 remix 1 gain -n -15
}
# music FROM SECONDS plays a part of it.
music() { sox -R tune.wav part.wav trim "$1" "$2" fade 0.15 "$2" 0.25; add part.wav; }

tune

# --- the call ---------------------------------------------------------------
ring; ring; pause 0.7; click
say Menu 0.2 'Thank you for calling Tarnwick Energy.' 'Thank you for calling Tarn wick Energy.'
say Menu 0.3 'For billing, press two.'
pause 0.5; key 697 1336; pause 0.3
say Menu 0.2 'You are number nine in the queue.'
hold=$at
pause 0.2; music 0 7.2
place hold $hold
click
say Colin 0.3 'Good morning, Tarnwick billing, my name is Colin.' 'Good morning. Tarn wick billing, my name is Colin.'
say Ruth 0.4 'Good morning. This is Ruth Calder.'
say Ruth 0.3 'We moved in a month ago, and I don’t think our first invoice is right.' "We moved in a month ago, and I don't think our first invoice is right."
say Colin 0.4 'I’m sorry to hear that. Could I have your account number?' "I'm sorry to hear that. Could I have your account number?"
say Ruth 0.4 'Four, four, seven, one. Two, zero, nine, three.'
pause 0.3; typing 0.11 0.09 0.16 0.1 0.3 0.12 0.1
say Colin 0.3 'Thank you. Yes, I have you here.'
say Ruth 0.3 'It says you estimated, because I never sent a reading. But I did.'
pause 0.2; typing 0.14 0.1 0.4 0.12
say Colin 0.6 'I can see no reading, Mrs Calder.' 'I can see no reading, missis Calder.'
say Ruth 0.5 'I sent it on the thirtieth of September. I have a confirmation: MR-80417.' 'I sent it on the thirtieth of September. I have a confirmation. M R, eight, zero, four, one, seven.'
say Colin 0.6 'I don’t doubt you. It just isn’t on my screen.' "I don't doubt you. It just isn't on my screen."
say Colin 0.3 'And I can’t put one in from here. That would be the meter team.' "And I can't put one in from here. That would be the meter team."
say Ruth 0.4 'How long will that take? My husband had a stroke. I’m with him at ten.' "How long will that take? My husband had a stroke. I'm with him at ten."
say Colin 0.6 'I understand. I’ll put you through now. Please hold.' "I understand. I'll put you through now. Please hold."
transfer=$at
pause 0.2; click; ring
place transfer $transfer
hold=$at
music 7.2 4.2
say Menu 0.1 'Did you know? You can give us your reading online, at any time.'
pause 0.1; music 12 5
place hold $hold
click
say Nadia 0.2 'Meter team, this is Nadia. Could I have your account number?'
say Ruth-tired 0.9 'I gave it to your colleague.'
say Ruth-tired 0.5 'Four, four, seven, one. Two, zero, nine, three.'
pause 0.2; typing 0.1 0.12 0.09 0.2 0.1
say Nadia 0.4 'Thank you. I see the confirmation. I don’t see a reading behind it.' "Thank you. I see the confirmation. I don't see a reading behind it."
say Ruth-tired 0.8 'It’s on the card your engineer left us. Can’t you take it down?' "It's on the card your engineer left us. Can't you take it down?"
say Nadia 0.5 'I’m sorry, I’m not able to. And only billing can change an invoice.' "I'm sorry, I'm not able to. And only billing can change an invoice."
say Nadia 0.3 'If you enter it again in the portal by Friday, they can correct it.'
say Ruth-tired 1.1 'Again.'
say Ruth-tired 0.9 'I only want to pay for what we used.'
say Nadia 0.7 'I know. Here is what I can do.'
say Nadia 0.3 'I’ll put a note on your account. While it’s open, this won’t go to collections.' "I'll put a note on your account. While it's open, this won't go to collections."
say Ruth-tired 0.6 'Thank you. That is one thing less to lie awake over.'
say Ruth-tired 0.6 'I’ll do it tonight, then. When I’m home.' "I'll do it tonight, then. When I'm home."
say Nadia 0.4 'Take care, Mrs Calder.' 'Take care, missis Calder.'
say Ruth-tired 0.3 'You too. Goodbye.'
pause 0.3; click; pause 0.5

# --- the line ---------------------------------------------------------------
# Telephone band, levelled as an exchange would, with a little noise on it.
sox -R piece*.wav joined.wav
sox -R joined.wav band.wav compand 0.02,0.25 6:-60,-48,-30,-18,-12,-10 -3 -60 0.05 sinc 300-3400 gain -n gain -l 6 gain -n -1.5
sox -R -n -r $rate -c 1 noise.wav synth "$(soxi -D band.wav)" pinknoise vol 0.012 sinc 300-3400
sox -R -m -v 1 band.wav -v 1 noise.wav -C 32 "$into/call.mp3"
cp call.vtt "$into/call.vtt"
echo "  # $(ms $at) ms, $(stat -c %s "$into/call.mp3") bytes" >&2
