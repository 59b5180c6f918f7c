package config

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"immersion/kiosk"
)

// Lingers is how long Versions keeps one that nobody uses any more: a screen
// may still hold a visit that began on it.
const Lingers = 2 * time.Hour

// Versions keeps the versions of a scenario that visits began on, each as a
// pack named by its hash, so that a visit stays on its version whatever
// becomes of the folder. It is safe for concurrent use.
type Versions struct {
	root    *os.Root
	kinds   []kiosk.Kind
	taking  sync.Mutex
	listing sync.Mutex
}

// OpenVersions opens or makes the folder that the versions lie in.
func OpenVersions(dir string, kinds []kiosk.Kind) (*Versions, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open versions: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open versions: %w", err)
	}
	return &Versions{root: root, kinds: kinds}, nil
}

// Close gives the folder back; files of versions cannot be read then.
func (v *Versions) Close() error { return v.root.Close() }

// Take keeps the version that the files of a folder make and loads it, or
// returns every fault of them. Its Files are the copy that was kept: they
// never change. The error is one of keeping it.
func (v *Versions) Take(files fs.FS) (*kiosk.Scenario, []Fault, error) {
	v.taking.Lock()
	defer v.taking.Unlock()
	l := newLoader(files)
	hash := l.hash()
	if len(l.faults) > 0 {
		return nil, l.done(), nil
	}
	if s, faults, err := v.load(versionFile(hash), hash); err == nil {
		return s, faults, nil
	} // there is none yet, or it is damaged
	const taken = "taking.tmp"
	defer func() { _ = v.root.Remove(taken) }()
	if faults, err := v.copy(taken, files); err != nil || len(faults) > 0 {
		return nil, faults, err
	}
	s, faults, err := v.load(taken, "")
	if err != nil || len(faults) > 0 {
		return nil, faults, err
	}
	if err := v.root.Rename(taken, versionFile(s.Hash)); err != nil {
		return nil, nil, fmt.Errorf("keep version: %w", err)
	}
	s.Files.(*pack).open = v.opens(versionFile(s.Hash))
	return s, nil, nil
}

// Find loads a version that was taken before. The error is fs.ErrNotExist when
// it is not kept.
func (v *Versions) Find(hash string) (*kiosk.Scenario, error) {
	if !hashForm.MatchString(hash) {
		return nil, fs.ErrNotExist
	}
	s, faults, err := v.load(versionFile(hash), hash)
	if len(faults) > 0 {
		err = fmt.Errorf("version %s no longer loads: %w", hash, faults[0])
	}
	return s, err
}

// Upload keeps what is read as a file, and returns its path; the caller removes
// it. The error is one of reading or of keeping it.
func (v *Versions) Upload(from io.Reader) (path string, err error) {
	const uploaded = "upload.tmp"
	err = v.write(uploaded, func(f io.Writer) error { _, err := io.Copy(f, from); return err })
	if err != nil {
		_ = v.root.Remove(uploaded)
		return "", fmt.Errorf("keep upload: %w", err)
	}
	return filepath.Join(v.root.Name(), uploaded), nil
}

// Sweep drops the versions that nobody has used for as long as Lingers, and
// that are not among those noted last; used tells which are.
func (v *Versions) Sweep(used func(hash string) bool, now time.Time) error {
	listed, err := v.Kept()
	if err != nil {
		return err
	}
	all, err := fs.ReadDir(v.root.FS(), ".")
	for _, entry := range all {
		name := entry.Name()
		hash, isVersion := strings.CutSuffix(name, PackSuffix)
		info, gone := entry.Info()
		switch {
		case !isVersion || !hashForm.MatchString(hash) || gone != nil:
		case used(hash), slices.ContainsFunc(listed, func(k Kept) bool { return k.Hash == hash }): // seen in use now
			err = cmp.Or(err, v.root.Chtimes(name, now, now))
		case now.Sub(info.ModTime()) > Lingers:
			err = cmp.Or(err, v.root.Remove(name))
		}
	}
	return err
}

// hashForm is what loader.hash gives: no path.
var hashForm = regexp.MustCompile(`^[0-9a-f]{32}$`)

func versionFile(hash string) string { return hash + PackSuffix }

// copy packs files into a file of the folder, and returns when it is on disk.
func (v *Versions) copy(name string, files fs.FS) (faults []Fault, err error) {
	err = v.write(name, func(f io.Writer) (err error) {
		faults, err = WritePack(f, files)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("keep version: %w", err)
	}
	return faults, nil
}

// write makes a file of the folder anew, and returns when it is on disk.
func (v *Versions) write(name string, fill func(io.Writer) error) error {
	f, err := v.root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(fill(f), f.Sync(), f.Close())
}

// load reads a pack of the folder; hash is what it must come to, "" for
// anything. Its files are opened anew whenever they are read.
func (v *Versions) load(name, hash string) (*kiosk.Scenario, []Fault, error) {
	f, err := v.root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, nil, err
	}
	p, faults := readPack(f, size)
	if len(faults) > 0 {
		return nil, nil, fmt.Errorf("version %s is damaged: %w", name, faults[0])
	}
	p.open = v.opens(name)
	s, faults := Load(p, v.kinds)
	if hash != "" && len(faults) == 0 && s.Hash != hash {
		return nil, nil, fmt.Errorf("version %s is damaged", name)
	}
	return s, faults, nil
}

func (v *Versions) opens(name string) func() (packFile, error) {
	return func() (packFile, error) { return v.root.Open(name) }
}
