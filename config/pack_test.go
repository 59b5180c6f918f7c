package config_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/config"
)

func packed(t testing.TB, files fs.FS) []byte {
	t.Helper()
	var b bytes.Buffer
	if faults, err := config.WritePack(&b, files); err != nil || len(faults) > 0 {
		t.Fatal(err, tell(faults))
	}
	return b.Bytes()
}

func TestPackHoldsTheScenario(t *testing.T) {
	files := readGolden(t, sound)
	files[".git/config"] = &fstest.MapFile{Data: []byte("not packed")}
	files["media/far/call.wav"] = &fstest.MapFile{Data: []byte("0123456789")}
	want, faults := config.Load(files, kinds)
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	b := packed(t, files)
	read, faults := config.ReadPack(bytes.NewReader(b), int64(len(b)))
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	got, faults := config.Load(read, kinds)
	if len(faults) > 0 || got.Hash != want.Hash {
		t.Fatalf("%+v, not %s\n%s", got, want.Hash, tell(faults))
	}
	if err := fstest.TestFS(read, "scenario.yaml", "media/far/call.wav"); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(read, ".git/config"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("files with a dot are in it: %v", err)
	}
	file, err := got.Files.Open("media/far/call.wav")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.(io.Seeker).Seek(4, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(file); err != nil || string(rest) != "456789" {
		t.Errorf("from the fifth byte on: %q %v", rest, err)
	}
}

// Every build packs the same files into these bytes.
func TestPackIsTheSameEverywhere(t *testing.T) {
	files := fstest.MapFS{"scenario.yaml": {Data: []byte("title: x\n")}, "b/ä.wav": {Data: []byte("RIFF")}, "a.svg": {}}
	first := packed(t, files)
	for _, f := range files {
		f.ModTime, f.Mode = time.Now(), 0o600
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(packed(t, os.DirFS(dir)), first) {
		t.Error("another time and place give other bytes")
	}
	sum := sha256.Sum256(first)
	if got := hex.EncodeToString(sum[:8]); got != "01c3340859e9a172" {
		t.Errorf("the bytes come to %s", got)
	}
}

func TestPackTellsWhatItCannotPack(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("/etc", filepath.Join(dir, "far")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if faults, err := config.WritePack(io.Discard, root.FS()); err != nil || len(faults) != 1 || faults[0].File != "far" {
		t.Errorf("%v %s", err, tell(faults))
	}
	full := errors.New("disk full")
	if faults, err := config.WritePack(failing{full}, readGolden(t, sound)); !errors.Is(err, full) || len(faults) > 0 {
		t.Errorf("%v %s", err, tell(faults))
	}
}

type failing struct{ error }

func (f failing) Write([]byte) (int, error) { return 0, f.error }

// entry puts a plain file into a zip, changed as a case wants it.
func entry(t testing.TB, z *zip.Writer, name, data string, change func(*zip.FileHeader)) {
	t.Helper()
	h := &zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE([]byte(data)),
		CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
	change(h)
	w, err := z.CreateRaw(h)
	if err == nil {
		_, err = io.WriteString(w, data)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// hostile are zips that nobody may take, and what is said about each.
func hostile(t testing.TB) map[string]struct {
	zip  []byte
	says string
} {
	type hostility = struct {
		zip  []byte
		says string
	}
	as := func(*zip.FileHeader) {}
	of := func(says string, fill func(*zip.Writer)) hostility {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		fill(z)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return hostility{b.Bytes(), says}
	}
	named := func(says, name string) hostility {
		return of(says, func(z *zip.Writer) { entry(t, z, name, "x", as) })
	}
	changed := func(says string, change func(*zip.FileHeader)) hostility {
		return of(says, func(z *zip.Writer) { entry(t, z, "a", "x", change) })
	}
	twins := of("lies inside", func(z *zip.Writer) {
		entry(t, z, "a", strings.Repeat("x", 100), as)
		entry(t, z, "b", strings.Repeat("x", 100), as)
	})
	at := bytes.LastIndex(twins.zip, []byte("PK\x01\x02")) // b's line in the contents: it begins where a does
	copy(twins.zip[at+42:], []byte{0, 0, 0, 0})
	return map[string]hostility{
		"climbs":          named("is not the name of a file here", "../../etc/passwd"),
		"climbs inside":   named("is not the name of a file here", "a/../../b"),
		"absolute":        named("is not the name of a file here", "/etc/passwd"),
		"drive":           named("is not the name of a file here", "C:/x"),
		"backslash":       named("is not the name of a file here", `..\x`),
		"no name":         named("is not the name of a file here", ""),
		"folder":          of("is not the name of a file here", func(z *zip.Writer) { entry(t, z, "a/", "", as) }),
		"hidden":          named("begins with a dot", "a/.htaccess"),
		"link":            changed("is a link", func(h *zip.FileHeader) { h.SetMode(0o777 | fs.ModeSymlink) }),
		"device":          changed("is a link", func(h *zip.FileHeader) { h.SetMode(0o666 | fs.ModeDevice) }),
		"encrypted":       changed("is encrypted", func(h *zip.FileHeader) { h.Flags |= 1 }),
		"bomb":            changed("is compressed", func(h *zip.FileHeader) { h.Method, h.UncompressedSize64 = zip.Deflate, 1<<40 }),
		"sizes differ":    changed("is compressed", func(h *zip.FileHeader) { h.UncompressedSize64 = 1 << 30 }),
		"too large":       changed("is too large", func(h *zip.FileHeader) { h.CompressedSize64, h.UncompressedSize64 = 1<<62, 1<<62 }),
		"beyond the end":  changed("is not in it", func(h *zip.FileHeader) { h.CompressedSize64, h.UncompressedSize64 = 1<<20, 1<<20 }),
		"damaged":         changed("is damaged", func(h *zip.FileHeader) { h.CRC32++ }),
		"twice":           of("stands in it twice", func(z *zip.Writer) { entry(t, z, "a", "x", as); entry(t, z, "a", "y", as) }),
		"file and folder": of("is a file and a folder", func(z *zip.Writer) { entry(t, z, "a", "x", as); entry(t, z, "a/b/c", "y", as) }),
		"overlapping":     twins,
		"many files": of("it holds 2001 files", func(z *zip.Writer) {
			for i := range config.MaxFiles + 1 {
				entry(t, z, fmt.Sprint(i), "", as)
			}
		}),
		"very many files": of("its table of contents is too long", func(z *zip.Writer) {
			for i := range 100_000 {
				entry(t, z, fmt.Sprint(i), "", as)
			}
		}),
		"no zip":  {[]byte("title: x\n"), "it cannot be read as a pack"},
		"nothing": {nil, "it cannot be read as a pack"},
		"cut":     {packed(t, readGolden(t, sound))[:500], "it cannot be read as a pack"},
	}
}

func TestHostilePacks(t *testing.T) {
	for name, c := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			files, faults := config.ReadPack(bytes.NewReader(c.zip), int64(len(c.zip)))
			if files != nil || len(faults) != 1 || !strings.Contains(faults[0].Message, c.says) || faults[0].Allowed == "" {
				t.Errorf("not %q but:\n%s", c.says, tell(faults))
			}
		})
	}
}

// No pack makes the reader panic or read what is not the pack's; one that it
// takes is packed again into files of the same version.
func FuzzReadPack(f *testing.F) {
	f.Add(packed(f, readGolden(f, sound)))
	for _, c := range hostile(f) {
		if len(c.zip) < 1<<16 {
			f.Add(c.zip)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		files, faults := config.ReadPack(bytes.NewReader(b), int64(len(b)))
		if (files == nil) != (len(faults) > 0) {
			t.Fatalf("read %v with %d faults", files, len(faults))
		}
		if files == nil {
			return
		}
		total := 0
		err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(files, name)
			total += len(data)
			return err
		})
		if err != nil || total > len(b) {
			t.Fatalf("%d bytes out of %d: %v", total, len(b), err)
		}
		again := packed(t, files)
		if _, faults := config.ReadPack(bytes.NewReader(again), int64(len(again))); len(faults) > 0 {
			t.Fatal(tell(faults))
		}
		_, _ = config.Load(files, kinds)
	})
}
