package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const captions = "WEBVTT\n\n00:00.000 --> 00:00.400\n<v Ruth>Hello.\n"

const story = `title: A story
languages: [en]
customer: {name: Ruth, about: A customer., goal: To be heard., story: A short one.}
stations:
  - {id: entry, kind: entry, title: In}
  - {id: call, kind: call, title: Call, with: ruth.yaml}
  - {id: exit, kind: exit, title: Out}
`

// imports runs the command and returns the exit code and all it printed.
func imports(t *testing.T, args ...string) (int, string) {
	t.Helper()
	var out bytes.Buffer
	code := run(t.Context(), append([]string{"import"}, args...), &out, &out)
	return code, out.String()
}

func write(t *testing.T, path string, doc []byte) {
	t.Helper()
	if err := os.WriteFile(path, doc, 0o600); err != nil {
		t.Fatal(err)
	}
}

// From somebody's files to a scenario that check lets pass: not before a person
// has written consent.
func TestImportThenCheck(t *testing.T) {
	from, into := t.TempDir(), filepath.Join(t.TempDir(), "story")
	sound, err := os.ReadFile("../../media/testdata/mulaw.wav")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(from, "ruth.vtt"), []byte(captions))
	write(t, filepath.Join(from, "x.wav"), sound)
	code, said := imports(t, "call", filepath.Join(from, "ruth.vtt"), filepath.Join(from, "x.wav"), "--into", into)
	if code != 0 || !strings.Contains(said, "consent and redaction") {
		t.Fatalf("exits with %d: %s", code, said)
	}
	write(t, filepath.Join(into, "scenario.yaml"), []byte(story))
	checked := func() string {
		var out bytes.Buffer
		run(t.Context(), []string{"check", into}, &out, &out)
		return out.String()
	}
	if got := checked(); !strings.Contains(got, "nobody has stated consent") || !strings.Contains(got, "nobody has stated what was taken out") {
		t.Errorf("check says\n%s", got)
	}
	settings, err := os.ReadFile(filepath.Join(into, "ruth.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	filled := strings.NewReplacer("consent: ''", "consent: Ruth agreed.", "redaction: ''", "redaction: Nothing.", "called: ''", "called: Bright",
		"name: ''", "name: Ruth", "voice: ''", "voice: Ruth").Replace(string(settings))
	write(t, filepath.Join(into, "ruth.yaml"), []byte(filled))
	if got := checked(); got != "" {
		t.Errorf("check says\n%s", got)
	}
	if code, said := imports(t, "call", filepath.Join(from, "ruth.vtt"), filepath.Join(from, "x.wav"), "--into", into); code != exitUsage || !strings.Contains(said, "there is already ruth.yaml, and") {
		t.Errorf("exits with %d: %s", code, said)
	}
	if now, _ := os.ReadFile(filepath.Join(into, "ruth.yaml")); string(now) != filled {
		t.Error("what a person wrote was written over")
	}
}

// What is there already and the same is no hindrance: files are often
// imported into the folder that they lie in.
func TestImportWhereItLies(t *testing.T) {
	dir := t.TempDir()
	sound, err := os.ReadFile("../../media/testdata/mono.flac")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "ruth.flac"), sound)
	if code, said := imports(t, "call", filepath.Join(dir, "ruth.flac"), "--into", dir); code != 0 {
		t.Errorf("exits with %d: %s", code, said)
	}
	if code, said := imports(t, "portal", filepath.Join(dir, "ruth.flac")); code != exitUsage || !strings.Contains(said, "call") {
		t.Errorf("exits with %d: %s", code, said)
	}
}

// A recording whose structure is whole and whose sound is not: only decoding
// it to its end tells.
func TestCheckDecodesToTheEnd(t *testing.T) {
	dir := t.TempDir()
	sound, err := os.ReadFile("../../media/testdata/mono.flac")
	if err != nil {
		t.Fatal(err)
	}
	for i := len(sound) / 2; i < len(sound); i++ {
		sound[i] ^= 0x5a
	}
	write(t, filepath.Join(dir, "ruth.flac"), sound)
	write(t, filepath.Join(dir, "ruth.vtt"), []byte(captions))
	write(t, filepath.Join(dir, "scenario.yaml"), []byte(story))
	write(t, filepath.Join(dir, "ruth.yaml"), []byte("captions: ruth.vtt\nrecording: ruth.flac\ncaller: {name: Ruth, voice: Ruth}\n"+
		"called: Bright\nconsent: Given.\nredaction: None.\n"))
	var out bytes.Buffer
	if code := run(t.Context(), []string{"check", dir}, &out, &out); code != exitFault || !strings.Contains(out.String(), "ruth.yaml:2:12: ruth.flac cannot be played to its end") {
		t.Errorf("check exits with %d and says\n%s", code, out.String())
	}
}
