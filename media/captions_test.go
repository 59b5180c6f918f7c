package media

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestCaptions(t *testing.T) {
	tests := []struct {
		name string
		doc  string
		want []Cue
	}{
		{"voices", "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ruth Calder>Good morning.\n\n00:00:03.000 --> 00:00:04.000 align:start\n<v Colin>Tarnwick &amp; Co,\nhello.\n",
			[]Cue{{"Ruth Calder", 1000, 2500, "Good morning."}, {"Colin", 3000, 4000, "Tarnwick & Co, hello."}}},
		{"ids, notes, marks, CRLF and a byte order mark", "\ufeffWEBVTT - a call\r\n\r\nNOTE all made up\r\n\r\nintro\r\n00:01.000 --> 00:02.000\r\nI don<i>’t</i> know.\r\n",
			[]Cue{{"", 1000, 2000, "I don’t know."}}},
		{"srt with names", "1\n00:00:01,000 --> 00:00:02,000\nRuth: It says: estimated.\n\n2\n00:00:02,000 --> 00:00:03,000\nAgain.\n",
			[]Cue{{"Ruth", 1000, 2000, "It says: estimated."}, {"", 2000, 3000, "Again."}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cues, faults := Captions("call.vtt", strings.NewReader(test.doc), 5000)
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			if !slices.Equal(cues, test.want) {
				t.Errorf("got  %+v\nwant %+v", cues, test.want)
			}
		})
	}
}

func TestCaptionsRefuses(t *testing.T) {
	tests := []struct {
		name string
		doc  string
		want []string
	}{
		{"empty", "", []string{"1: there is no caption in it"}},
		{"no captions", "WEBVTT\n\nhello\n", []string{"1: there is no caption in it"}},
		{"no end", "WEBVTT\n\n00:01.000 -->\nHello\n", []string{"3: not the times of a caption"}},
		{"no thousandths", "WEBVTT\n\n00:01 --> 00:02\nHello\n", []string{"3: not the times of a caption"}},
		{"backwards", "WEBVTT\n\n00:02.000 --> 00:01.000\nHello\n", []string{"3: the caption ends before it begins"}},
		{"silent", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\nHello\n", []string{"3: the caption says nothing"}},
		{"out of order and too late", "WEBVTT\n\n00:03.000 --> 00:04.000\nHello\n\n00:02.000 --> 00:03.000\nAgain\n\n00:04.000 --> 00:09.250\nBye\n",
			[]string{"6: the caption begins before the one above it", "9: the caption ends 4250 ms after the recording"}},
		{"two voices in a line", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ruth>Hello.</v> <v Colin>Hello.\n", []string{"4: two speakers in one caption"}},
		{"two voices in a caption", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ruth>Hello.\n<v Colin>Hello.\n", []string{"5: two speakers in one caption"}},
		{"not UTF-8", "WEBVTT\n\n00:01.000 --> 00:02.000\n\xff\xfe\n", []string{"1: line 4 is not valid utf-8"}},
		{"too large", "WEBVTT\n" + strings.Repeat("\n", MaxCaptions), []string{"1: the captions are larger than 4 MiB"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, faults := Captions("call.vtt", strings.NewReader(test.doc), 5000)
			var got []string
			for _, f := range faults {
				got = append(got, fmt.Sprintf("%d: %s", f.Line, f.Message))
				if f.File != "call.vtt" || f.Column != 1 {
					t.Errorf("stands at %s:%d:%d", f.File, f.Line, f.Column)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func FuzzCaptions(f *testing.F) {
	f.Add("WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ruth>Hello.\n")
	f.Add("1\n00:00:01,000 --> 00:00:02,000\nRuth: Hello.\n")
	f.Add("WEBVTT\n\nSTYLE\n::cue {\n}\n\n00:01.000 -->\n")
	f.Fuzz(func(t *testing.T, doc string) {
		cues, faults := Captions("x.vtt", strings.NewReader(doc), 5000)
		if len(faults) > 0 {
			return
		}
		if len(cues) == 0 {
			t.Fatal("neither captions nor faults")
		}
		for i, c := range cues {
			if c.Text == "" || c.To <= c.From || c.To > 5100 || i > 0 && c.From < cues[i-1].From {
				t.Errorf("caption %d is %+v", i, c)
			}
		}
	})
}
