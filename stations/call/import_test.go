package call

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
)

func sounds(t testing.TB, name string) []byte {
	t.Helper()
	doc, err := os.ReadFile("../../media/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func hashOf(doc []byte) string {
	sum := sha512.Sum512(doc)
	return "sha512-" + base64.RawURLEncoding.EncodeToString(sum[:])
}

// vconOf is a vCon with a dialog and an analysis, both JSON.
func vconOf(dialog, analysis string) string {
	return `{"vcon":"0.4.0","uuid":"018e2f1e-0000-8000-8000-000000000000","created_at":"2026-03-02T09:00:00Z","subject":"First invoice",
	"parties":[{"tel":"+4930","name":"Ruth Calder","role":"customer"},{"name":"Colin","role":"agent"}],
	"dialog":[` + dialog + `],"analysis":[` + analysis + `]}`
}

const (
	wtf = `{"type":"wtf_transcription","dialog":0,"vendor":"whisper","encoding":"json","body":"{\"transcript\":{\"text\":\"x\"},\"segments\":[` +
		`{\"id\":1,\"start\":0.25,\"end\":0.4,\"text\":\"I  sent\\na reading.\",\"party\":0},{\"id\":0,\"start\":0,\"end\":0.2,\"text\":\"Hello.\",\"speaker\":1}],` +
		`\"speakers\":{\"1\":{\"id\":1,\"label\":\"Colin\"}}}"}`
	lensDoc = `{"Version":"1.1.0","Channel":"VOICE","ContentMetadata":{"Output":"Redacted"},
	"Participants":[{"ParticipantId":"c1","ParticipantRole":"CUSTOMER"},{"ParticipantId":"a1","ParticipantRole":"AGENT"},{"ParticipantId":"a2","ParticipantRole":"AGENT"}],
	"Transcript":[
	{"BeginOffsetMillis":300,"EndOffsetMillis":450,"Content":"It is [PII] & <mine>.","ParticipantId":"c1","Sentiment":"NEGATIVE",
	 "Redaction":{"RedactedTimestamps":[{"BeginOffsetMillis":350,"EndOffsetMillis":400},{"BeginOffsetMillis":390,"EndOffsetMillis":420}]}},
	{"BeginOffsetMillis":0,"EndOffsetMillis":90,"Content":"Hello.","ParticipantId":"a1","Sentiment":"NEUTRAL"},
	{"BeginOffsetMillis":460,"EndOffsetMillis":470,"Content":"Yes.","ParticipantId":"a2"}]}`
)

// folderOf are files to import from.
func folderOf(files ...string) (folder fstest.MapFS, all []kiosk.Import) {
	folder = fstest.MapFS{}
	for i := 0; i+1 < len(files); i += 2 {
		folder[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return folder, []kiosk.Import{{Folder: folder, Name: files[0]}}
}

func importAll(t *testing.T, files []kiosk.Import) (map[string]string, []string) {
	t.Helper()
	written, todo, err := Kind{}.Import(files)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, w := range written {
		var b bytes.Buffer
		if err := w.Write(&b); err != nil {
			t.Fatal(err)
		}
		all[w.Name] = b.String()
	}
	return all, todo
}

func TestImportVCon(t *testing.T) {
	wav := sounds(t, "mulaw.wav")
	inline := fmt.Sprintf(`{"type":"recording","start":"2026-03-02T09:12:00+01:00","duration":0.5,"parties":[0,1],"mediatype":"audio/x-wav",
		"body":%q,"encoding":"base64url","content_hash":%q}`, base64.RawURLEncoding.EncodeToString(wav), hashOf(wav))
	beside := fmt.Sprintf(`{"type":"recording","start":"2026-03-02T09:12:00+01:00","url":"https://calls.example/a/b.wav?x=1","content_hash":["x-1",%q]}`, hashOf(wav))
	old := fmt.Sprintf(`{"type":"recording","start":"2026-03-02T09:12:00+01:00","url":"https://calls.example/a","filename":"../../b.wav","alg":"SHA-512","signature":%q}`, hashOf(wav)[7:])
	for name, dialog := range map[string]string{"inline": inline, "beside": beside, "earlier draft": old} {
		t.Run(name, func(t *testing.T) {
			_, in := folderOf("ruth.vcon.json", vconOf(`{"type":"text","body":"Hi","encoding":"none","start":"x"},`+dialog, wtf), "b.wav", string(wav))
			got, _ := importAll(t, in)
			if got["ruth.wav"] != string(wav) {
				t.Error("the recording is another")
			}
			want := "WEBVTT\n\n00:00:00.000 --> 00:00:00.300\n<v Colin>Hello.\n\n00:00:00.250 --> 00:00:00.500\n<v Ruth Calder>I sent a reading.\n"
			if got["ruth.vtt"] != want {
				t.Errorf("the captions are\n%s", got["ruth.vtt"])
			}
			for _, part := range []string{"recording: \"ruth.wav\"", "captions: \"ruth.vtt\"", "voice: \"Ruth Calder\"", "about: \"First invoice\"",
				"when: \"2026-03-02T09:12:00+01:00\"", "consent: ''", "redaction: ''"} {
				if !strings.Contains(got["ruth.yaml"], part) {
					t.Errorf("without %s:\n%s", part, got["ruth.yaml"])
				}
			}
		})
	}
}

func TestImportContactLens(t *testing.T) {
	folder, in := folderOf("lens.json", lensDoc, "call.wav", string(sounds(t, "pcm16.wav")))
	got, todo := importAll(t, append(in, kiosk.Import{Folder: folder, Name: "call.wav"}))
	for name, parts := range map[string][]string{
		"lens.yaml":        {"voice: \"Customer\"", "redacted:\n  - {from: 350, to: 420}\n", "# reference: {file: lens.feeling.csv"},
		"lens.vtt":         {"<v Agent>Hello.", "<v Customer>It is [PII] &amp; &lt;mine&gt;.", "00:00:00.460 --> 00:00:00.500\n<v Agent 2>Yes."},
		"lens.feeling.csv": {"at,feeling\n0:00.300,-2\n"},
	} {
		for _, part := range parts {
			if !strings.Contains(got[name], part) {
				t.Errorf("%s is without %q:\n%s", name, part, got[name])
			}
		}
	}
	if len(todo) != 2 {
		t.Errorf("to do is %q", todo)
	}
	_, in = folderOf("raw.json", strings.Replace(lensDoc, "Redacted\"}", "Raw\"}", 1))
	if got, _ = importAll(t, in); strings.Contains(got["raw.vtt"], "mine") || !strings.Contains(got["raw.vtt"], "<v Customer>[…]") {
		t.Errorf("what is to be taken out is still in\n%s", got["raw.vtt"])
	}
	_, in = folderOf("far.json", strings.Replace(lensDoc, `"BeginOffsetMillis":350`, `"BeginOffsetMillis":35`, 1))
	if got, _ = importAll(t, in); !strings.Contains(got["far.yaml"], "{from: 300, to: 600}") && !strings.Contains(got["far.yaml"], "{from: 300, to: 450}") {
		t.Errorf("a piece outside its turn does not silence the turn:\n%s", got["far.yaml"])
	}
}

func TestImportCaptions(t *testing.T) {
	for name, doc := range map[string]string{
		"a call.vtt": "WEBVTT\n\n00:00.000 --> 00:00.200\n<v Ruth>Hello.\n",
		"a call.srt": "1\n00:00:00,000 --> 00:00:00,200\nRuth: Hello.\n",
	} {
		_, in := folderOf(name, doc)
		got, todo := importAll(t, in)
		if !strings.Contains(got["a-call.vtt"], "<v Ruth>Hello.") || len(todo) != 3 {
			t.Errorf("%s: %q, %q", name, got, todo)
		}
	}
}

func TestImportRefuses(t *testing.T) {
	wav := sounds(t, "mulaw.wav")
	beside := func(more string) string {
		return vconOf(`{"type":"recording","start":"x","url":"https://calls.example/b.wav"`+more+`}`, "")
	}
	tests := []struct {
		name  string
		files []string
		says  string
	}{
		{"signed", []string{"a.json", `{"payload":"eyJ2","signatures":[{"protected":"x","signature":"y"}]}`}, "signed or encrypted vCon (JWS or JWE)"},
		{"encrypted", []string{"a.json", `{"protected":"x","recipients":[],"iv":"a","ciphertext":"b","tag":"c"}`}, "signed or encrypted vCon"},
		{"compact", []string{"a.jws", `eyJhbGciOiJSUzI1NiJ9.eyJ2Y29uIjoiMC40LjAifQ.c2ln`}, "signed or encrypted vCon"},
		{"not there", []string{"a.json", beside("")}, `https://calls.example/b.wav is never fetched from here: put it beside the vCon as "b.wav"`},
		{"changed", []string{"a.json", beside(`,"content_hash":"` + hashOf([]byte("x")) + `"`), "b.wav", string(wav)}, "it was changed or damaged"},
		{"no base64url", []string{"a.json", vconOf(`{"type":"recording","body":"§","encoding":"base64url"}`, "")}, "its body is no base64url"},
		{"odd encoding", []string{"a.json", vconOf(`{"type":"recording","body":"x","encoding":"gzip"}`, "")}, `the encoding "gzip"`},
		{"GSM", []string{"a.json", beside(""), "b.wav", string(sounds(t, "gsm.wav"))}, "ffmpeg -i b.wav"},
		{"two recordings", []string{"a.json", strings.Replace(beside(""), `"dialog":[`, `"dialog":[{"type":"recording","url":"https://calls.example/b.wav"},`, 1), "b.wav", string(wav)}, "more than one recording"},
		{"a transcript of its own", []string{"a.json", vconOf("", `{"type":"transcript","vendor":"Acme","schema":"2","encoding":"json","body":"{\"words\":[]}"}`)}, `a transcript of "Acme", schema "2"`},
		{"endless segment", []string{"a.json", vconOf("", `{"type":"transcript","encoding":"json","body":"[{\"start\":0,\"end\":1e300,\"text\":\"x\"}]"}`)}, "a segment lasts"},
		{"chat", []string{"a.json", `{"Channel":"CHAT","Transcript":[{"Content":"x"}]}`}, "only calls are imported"},
		{"other JSON", []string{"a.json", `{"a":1}`}, "neither a vCon"},
		{"no JSON", []string{"a.json", `{"vcon":`}, "it is no JSON"},
		{"text", []string{"a.txt", "hello"}, "it is no vCon, Contact Lens output"},
		{"no captions", []string{"a.vtt", "WEBVTT\n"}, "line 1: there is no caption"},
		{"empty vCon", []string{"a.json", vconOf("", "")}, "neither a recording nor a transcript"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, in := folderOf(test.files...)
			if _, _, err := (Kind{}).Import(in); err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want %q", err, test.says)
			}
		})
	}
	folder, in := folderOf("a.json", lensDoc, "b.wav", string(wav[:2000]))
	if _, _, err := (Kind{}).Import(append(in, in[0])); err == nil || !strings.Contains(err.Error(), "one call at a time") {
		t.Errorf("two transcripts: %v", err)
	}
	if _, _, err := (Kind{}).Import(append(in, kiosk.Import{Folder: folder, Name: "b.wav"})); err == nil || !strings.Contains(err.Error(), "cut short") {
		t.Errorf("half a recording: %v", err)
	}
}

// FuzzImport reads anything as each sort of file. What it accepts must come to
// captions that the station reads, and take no more memory than its files.
func FuzzImport(f *testing.F) {
	wav := sounds(f, "mulaw.wav")
	f.Add([]byte(vconOf(fmt.Sprintf(`{"type":"recording","body":%q,"encoding":"base64url"}`, base64.RawURLEncoding.EncodeToString(wav)), wtf)))
	f.Add([]byte(vconOf(`{"type":"recording","url":"https://calls.example/b.wav"}`, wtf)))
	f.Add([]byte(lensDoc))
	f.Add([]byte("WEBVTT\n\n00:00.000 --> 00:00.200\n<v Ruth>Hello.\n"))
	f.Add([]byte("1\n00:00:00,000 --> 00:00:00,200\nRuth: Hello.\n"))
	f.Fuzz(func(t *testing.T, doc []byte) {
		folder := fstest.MapFS{"a": {Data: doc}, "b.wav": {Data: wav}}
		written, _, err := Kind{}.Import([]kiosk.Import{{Folder: folder, Name: "a"}})
		if err != nil {
			return
		}
		for _, w := range written {
			var b bytes.Buffer
			if err := w.Write(&b); err != nil {
				t.Fatal(err)
			}
			if b.Len() > 64*len(doc)+len(wav)+4096 {
				t.Errorf("%d bytes became %d of %s", len(doc), b.Len(), w.Name)
			}
			if strings.HasSuffix(w.Name, ".vtt") {
				if _, err := readCaptions(w.Name, &b); err != nil {
					t.Errorf("its captions are refused: %v", err)
				}
			}
		}
	})
}
