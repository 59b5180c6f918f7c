#!/usr/bin/env bash
# Makes call.mp3 and call.vtt, Konrad's call of 5 October 2026: needs Debian's
# espeak-ng, sox and libsox-fmt-mp3. The caption times are those of the pieces
# the call is put together from, so they are exact. Prints the places of hold
# and transfer for call.yaml. The same script gives the same sound.
#
#   ./make-call.sh [folder]     default: where the script stands
set -euo pipefail
export LC_ALL=C.UTF-8
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
  local piece
  n=$((n + 1))
  piece=$(printf 'piece%03d.wav' $n)
  sox -R "$1" -r $rate -c 1 -b 16 "$piece"
  at=$((at + $(soxi -s "$piece")))
}
pause() { sox -R -n -r $rate -c 1 -b 16 pause.wav trim 0 "$1"; add pause.wav; }

# say WHO SECONDS CAPTION [SPOKEN] waits, then speaks; SPOKEN where the voice
# needs another spelling than the caption.
say() {
  local who=$1 words=${4:-$3} name=${1%-*} voice pitch speed tone
  case $who in
    Konrad) voice=m7 pitch=40 speed=166 tone='gain -6 bass 2 gain -n -2' ;;
    Konrad-müde) voice=m7 pitch=34 speed=146 tone='gain -6 bass 3 gain -n -4' ;;
    'Frau Pohl') voice=f3 pitch=46 speed=178 tone='gain -n -2' ;;
    'Frau Kaya') voice=f5 pitch=66 speed=170 tone='gain -6 treble 2 gain -n -2' ;;
    Ansage) voice=belinda pitch=58 speed=156 tone='gain -8 treble 5 gain -n -1' ;;
  esac
  pause "$2"
  espeak-ng -v "de+$voice" -p $pitch -s $speed -g 2 -w spoken.wav "$words"
  # the silence the voice puts before and after its words is the script's to set
  sox -R spoken.wav -r $rate said.wav $tone \
    silence 1 0.02 0.4% reverse silence 1 0.02 0.4% reverse
  local from=$at
  add said.wav
  printf '\n%s --> %s\n<v %s>%s\n' "$(stamp $from)" "$(stamp $at)" "$name" "$3" >> call.vtt
}

# place WHAT FROM prints a segment that began at a sample and ends now.
place() { echo "  - {what: $1, from: $(ms "$2"), to: $(ms $at)}"; }

# The German ringing tone is a second of 425 Hz.
ring() { sox -R -n -r $rate ring.wav synth 1 sine 425 vol 0.3 fade 0.01 1 0.01 pad 0 "${1:-1.4}"; add ring.wav; }
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

# The clinic's hold music: twelve bars of our own for a small stopped organ
# pipe, in four-four; an organ builder has to listen to it.
tune() {
  local i=0 note bars=()
  for bar in 'G4 B4 D5 B4' 'A4 C5 E5 C5' 'F#4 A4 D5 A4' 'G4 B4 G4 D4' \
    'E4 G4 C5 G4' 'D4 G4 B4 D5' 'C5 A4 F#4 A4' 'B4 G4 D4 G4' \
    'C5 E5 C5 A4' 'B4 D5 B4 G4' 'A4 C5 F#4 A4' 'G4 D4 B3 G3'; do
    for note in $bar; do
      i=$((i + 1))
      sox -R -n -r $rate note$i.wav synth 0.52 triangle $note synth 0.52 sine mix $note \
        fade 0.03 0.52 0.12 vol 0.4 pad "$(awk "BEGIN{print $i*0.42-0.42}")"
      bars+=("note$i.wav")
    done
  done
  sox -R -m "${bars[@]}" tune.wav lowpass 2200 reverb 30 remix 1 gain -n -14
}
# music FROM SECONDS plays a part of it.
music() { sox -R tune.wav part.wav trim "$1" "$2" fade 0.15 "$2" 0.25; add part.wav; }

tune

# --- der Anruf --------------------------------------------------------------
ring; ring 0.6; click
say Ansage 0.2 'Klinikum Elvenrode, Terminzentrale.'
say Ansage 0.3 'Für die Radiologie drücken Sie die Drei.'
pause 0.5; key 697 1477; pause 0.3
say Ansage 0.2 'Zurzeit sind alle Plätze belegt. Bitte bleiben Sie in der Leitung.'
hold=$at
pause 0.2; music 0 6.7
place hold $hold
click
say 'Frau Pohl' 0.3 'Terminzentrale, Pohl, guten Morgen.'
say Konrad 0.4 'Guten Morgen, Ellersiek. Bei meinem MRT ist vorige Woche das Gerät ausgefallen.' \
  'Guten Morgen, Ellersiek. Bei meinem Emm-Err-Te ist vorige Woche das Gerät ausgefallen.'
say Konrad 0.3 'Die zweite Hälfte fehlt noch. Ich brauche sie bis zum 16. Oktober.' \
  'Die zweite Hälfte fehlt noch. Ich brauche sie bis zum sechzehnten Oktober.'
say 'Frau Pohl' 0.4 'Ihre Patientennummer, bitte?'
say Konrad 0.4 'Vier, eins, sieben, sechs, drei.'
pause 0.3; typing 0.11 0.09 0.16 0.1 0.3 0.12 0.1
say 'Frau Pohl' 0.3 'MRT vom Kopf, mit Kontrastmittel. Da wäre der nächste freie Termin am 14. Januar.' \
  'Emm-Err-Te vom Kopf, mit Kontrastmittel. Da wäre der nächste freie Termin am vierzehnten Januar.'
say Konrad 0.6 'Im Januar? Am 19. Oktober wird besprochen, ob ich operiert werde.' \
  'Im Januar? Am neunzehnten Oktober wird besprochen, ob ich operiert werde.'
say 'Frau Pohl' 0.5 'Das verstehe ich. Nur sind Sie für mich eine neue Anfrage.'
say Konrad 0.4 'Ich lag doch schon drin.'
pause 0.2; typing 0.14 0.1 0.4 0.12
say 'Frau Pohl' 0.4 'Bei mir steht: erledigt. Einen Abbruch kann ich hier nicht eintragen.'
say Konrad 0.8 'Erledigt bin ich hoffentlich noch nicht.'
say 'Frau Pohl' 0.6 'Nein. Entschuldigen Sie. Ich verbinde Sie mit der Radiologie.'
transfer=$at
pause 0.2; click; ring 0.6
place transfer $transfer
hold=$at
music 6.7 4.2
say Ansage 0.1 'Wussten Sie schon? Termine buchen Sie rund um die Uhr in unserem Portal.'
pause 0.1; music 10.9 4.6
place hold $hold
click
say 'Frau Kaya' 0.2 'Radiologie, Ebene minus eins, Kaya.'
say Konrad-müde 0.7 'Ellersiek. Ich war vorige Woche bei Ihnen, als das Gerät ausfiel.'
say 'Frau Kaya' 0.4 'Der Orgelbauer! Sie wollten Buxtehude hören.'
say Konrad-müde 0.7 'Ja. Der bin ich.'
say 'Frau Kaya' 0.4 'Es tut mir leid, dass wir Sie heimschicken mussten. Hat Frau Doktor Marek Sie erreicht?'
say Konrad-müde 0.5 'Noch am selben Abend. Das hat mir gutgetan.'
say Konrad-müde 0.7 'Können Sie mir einen Termin geben?'
say 'Frau Kaya' 0.6 'Das darf nur die Zentrale. Oder Sie selbst, im Portal.'
say 'Frau Kaya' 0.3 'Aber nicht als neuer Termin. Ihr Auftrag ist angefangen, den setzen Sie fort. Bis Freitag.'
say Konrad-müde 1.0 'Und wenn da auch Januar steht?'
say 'Frau Kaya' 0.6 'Dann stehen Sie auf meinem Zettel. Sagt morgens jemand ab, rufe ich Sie an.'
say Konrad-müde 0.9 'Auf einem Zettel.'
say Konrad-müde 0.7 'Danke. Das ist mehr, als ich heute bekommen habe.'
say 'Frau Kaya' 0.5 'Und bringen Sie wieder Musik mit.'
say Konrad-müde 0.5 'Mache ich. Auf Wiederhören.'
pause 0.3; click; pause 0.5

# --- die Leitung ------------------------------------------------------------
# Telephone band, levelled as an exchange would, with a little noise on it.
sox -R piece*.wav joined.wav
sox -R joined.wav band.wav compand 0.02,0.25 6:-60,-48,-30,-18,-12,-10 -3 -60 0.05 sinc 300-3400 gain -n gain -l 6 gain -n -1.5
sox -R -n -r $rate -c 1 noise.wav synth "$(soxi -D band.wav)" pinknoise vol 0.012 sinc 300-3400
sox -R -m -v 1 band.wav -v 1 noise.wav -C 32 "$into/call.mp3"
cp call.vtt "$into/call.vtt"
echo "  # $(ms $at) ms, $(stat -c %s "$into/call.mp3") bytes" >&2
