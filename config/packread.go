package config

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// maxContents bounds what is read of a pack before its files are known: the
// table of contents at its end, in bytes.
const maxContents = 4 << 20

// Open opens what may be a scenario: a folder, or a pack. The files are there
// until closing is called. Faults are those of a pack, named ".".
func Open(path string) (files fs.FS, closing func() error, faults []Fault, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, nil, err
	}
	if info.IsDir() {
		root, err := os.OpenRoot(path) // no file of it leads out of it
		if err != nil {
			return nil, nil, nil, err
		}
		return root.FS(), root.Close, nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, nil, err
	}
	if files, faults = ReadPack(file, info.Size()); len(faults) > 0 {
		return nil, nil, faults, file.Close()
	}
	return files, file.Close, nil, nil
}

// ReadPack reads a pack of size bytes. It returns its files, which can be read
// as long as at can, or every fault of the pack, named ".": a pack holds the
// files that WritePack puts there, and nothing that a reader might trip over.
func ReadPack(at io.ReaderAt, size int64) (fs.FS, []Fault) {
	p, faults := readPack(at, size)
	if len(faults) == 0 {
		faults = p.sums(at)
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return p, nil
}

// pack is the files of a pack. Unlike those of zip.Reader they can be sought in.
type pack struct {
	*zip.Reader // of folders only
	files       map[string]*packed
	open        func() (packFile, error)
}

// packed is one file of a pack.
type packed struct {
	*zip.File
	from, to int64 // where its bytes are
}

type packFile interface {
	io.ReaderAt
	io.Closer
}

// readPack knows where everything is, but has not read it yet.
func readPack(at io.ReaderAt, size int64) (*pack, []Fault) {
	contents := &bounded{at: at, left: maxContents}
	r, err := zip.NewReader(contents, size)
	if err != nil {
		message := "it cannot be read as a pack: " + err.Error()
		if contents.left < 0 {
			message = "its table of contents is too long"
		}
		return nil, packFaults(message, "a file that `immersion pack` made")
	}
	if len(r.File) > MaxFiles {
		return nil, packFaults(fmt.Sprintf("it holds %d files", len(r.File)), fmt.Sprintf("at most %d files", MaxFiles))
	}
	p := &pack{Reader: r, files: map[string]*packed{}, open: func() (packFile, error) { return stays{at}, nil }}
	l := newLoader(p)
	contents.left = maxContents // for where each file begins
	for _, f := range r.File {
		if message, allowed := p.refuse(f); message != "" {
			l.add(Fault{File: ".", Message: message, Allowed: allowed})
		}
		p.files[f.Name] = &packed{File: f}
	}
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
			if p.files[dir] != nil {
				l.add(Fault{File: ".", Message: fmt.Sprintf("%q is a file and a folder", shorten(dir)), Allowed: "one of them"})
			}
		}
	}
	if len(l.faults) == 0 {
		p.lay(l, size)
	}
	return p, l.faults
}

func packFaults(message, allowed string) []Fault {
	return []Fault{{File: ".", Line: 1, Column: 1, Message: message, Allowed: allowed}}
}

// refuse says what is wrong with one entry of a pack.
func (p *pack) refuse(f *zip.File) (message, allowed string) {
	name := shorten(f.Name)
	switch {
	case !fs.ValidPath(f.Name) || f.Name == "." || strings.ContainsAny(f.Name, "\\:\x00"):
		return fmt.Sprintf("%q is not the name of a file here", name), "paths inside the pack, with slashes; no folders by themselves"
	case strings.HasPrefix(f.Name, ".") || strings.Contains(f.Name, "/."):
		return fmt.Sprintf("%q begins with a dot", name), "files without a dot in front"
	case p.files[f.Name] != nil:
		return fmt.Sprintf("%q stands in it twice", name), "each file once"
	case !f.Mode().IsRegular():
		return fmt.Sprintf("%q is a link or no file at all", name), "plain files"
	case f.Flags&1 != 0:
		return fmt.Sprintf("%q is encrypted", name), "plain files"
	case f.Method != zip.Store || f.CompressedSize64 != f.UncompressedSize64:
		return fmt.Sprintf("%q is compressed", name), "files as they are, as `immersion pack` puts them"
	case f.UncompressedSize64 > MaxScenario:
		return fmt.Sprintf("%q is too large", name), fmt.Sprintf("%d MiB for all files", MaxScenario>>20)
	}
	return "", ""
}

// lay finds where the files are, and those that lie outside the pack or in
// one another.
func (p *pack) lay(l *loader, size int64) {
	var all []*packed
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		f := p.files[name]
		from, err := f.DataOffset()
		if f.from, f.to = from, from+int64(f.UncompressedSize64); err != nil || f.to > size {
			l.add(Fault{File: ".", Message: fmt.Sprintf("%q is not in it", shorten(name)), Allowed: "whole files"})
			return
		}
		all = append(all, f)
	}
	slices.SortStableFunc(all, func(a, b *packed) int { return cmp.Compare(a.from, b.from) })
	for i, f := range all {
		const header = 30 // of every file, before its name
		if before := f.from - header - int64(len(f.Name)); i > 0 && before < all[i-1].to {
			l.add(Fault{File: ".", Message: fmt.Sprintf("%q lies inside %q", shorten(f.Name), shorten(all[i-1].Name)), Allowed: "files one after the other"})
		}
	}
}

// sums finds the files that are not as they were packed. It reads them all.
func (p *pack) sums(at io.ReaderAt) []Fault {
	l := newLoader(p)
	for _, f := range p.File {
		sum, where := crc32.NewIEEE(), p.files[f.Name]
		if _, err := io.Copy(sum, io.NewSectionReader(at, where.from, where.to-where.from)); err != nil || sum.Sum32() != f.CRC32 {
			l.add(Fault{File: ".", Message: fmt.Sprintf("%q is damaged", shorten(f.Name)), Allowed: "the file as it was packed"})
		}
	}
	return l.faults
}

// Open opens a file for reading and seeking, or a folder.
func (p *pack) Open(name string) (fs.File, error) {
	f := p.files[name]
	if f == nil {
		return p.Reader.Open(name)
	}
	whole, err := p.open()
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return opened{io.NewSectionReader(whole, f.from, f.to-f.from), whole, f.FileInfo()}, nil
}

// opened is an open file of a pack.
type opened struct {
	*io.SectionReader
	io.Closer
	info fs.FileInfo
}

func (o opened) Stat() (fs.FileInfo, error) { return o.info, nil }

// stays is open for longer than what is read in it.
type stays struct{ io.ReaderAt }

func (stays) Close() error { return nil }

// bounded reads no more than is left.
type bounded struct {
	at   io.ReaderAt
	left int64
}

func (b *bounded) ReadAt(to []byte, off int64) (int, error) {
	if b.left -= int64(len(to)); b.left < 0 {
		return 0, errors.New("too much to read")
	}
	return b.at.ReadAt(to, off)
}
