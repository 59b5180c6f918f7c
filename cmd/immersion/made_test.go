package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was taken out of a recording is in nothing that the room serves, and
// what was made of it once is not made again by the next start.
func TestRedactedPiecesStayHome(t *testing.T) {
	r := runFolder(t)
	r.write("call.yaml", r.read("call.yaml")+"\nredacted: [{from: 10000, to: 12000}]\n")
	l := r.loaded("POST", "/api/v1/scenarios/reload")
	if len(l.Faults) > 0 {
		t.Fatal(l.Faults)
	}
	at := "/api/v1/scenarios/" + l.Hash + "/files/"
	wav := []byte(r.ask("GET", at+"call.mp3"))
	if !bytes.HasPrefix(wav, []byte("RIFF")) || len(wav) < 1<<20 {
		t.Fatalf("%d bytes, which begin %q", len(wav), wav[:4])
	}
	perMS := int(binary.LittleEndian.Uint32(wav[28:])) / 1000 // bytes
	piece := func(from, to int) []byte { return wav[44+from*perMS : 44+to*perMS] }
	if len(bytes.Trim(piece(10000, 12000), "\x00")) > 0 {
		t.Error("something is left in the piece")
	}
	if len(bytes.Trim(piece(5000, 9000), "\x00")) == 0 || len(bytes.Trim(piece(13000, 20000), "\x00")) == 0 {
		t.Error("more is gone than the piece")
	}
	if form := r.ask("GET", at+"call.mp3.waveform.json"); !strings.Contains(form, `"version":1`) {
		t.Errorf("the waveform is %.80s", form)
	}
	var form string
	made, err := filepath.Glob(filepath.Join(r.data, "made", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range made {
		if b, _ := os.ReadFile(name); bytes.Contains(b[:min(len(b), 64)], []byte(`"version"`)) {
			form = name
			if err := os.WriteFile(name, []byte("kept"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if form == "" {
		t.Fatalf("there is no waveform among %q", made)
	}
	r.restart(r.folder)
	if kept := r.ask("GET", at+"call.mp3.waveform.json"); kept != "kept" {
		for _, name := range made {
			b, _ := os.ReadFile(name)
			t.Logf("%s: %.40q", filepath.Base(name), b)
		}
		t.Errorf("the waveform was made again: %.80s", kept)
	}
}
