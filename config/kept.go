package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"immersion/kiosk"
)

// MaxKept is how many versions Versions lists, and keeps though nobody uses them.
const MaxKept = 20

// Kept is a version that the room had in use.
type Kept struct {
	Hash     string     `json:"hash"`
	Title    kiosk.Text `json:"title"`
	From     string     `json:"from"`     // folder or pack that it was read from, or the name of the pack that was uploaded; "" for the shipped
	Uploaded bool       `json:"uploaded"` // it came over the network
	At       int64      `json:"at"`       // ms; when it was taken into use last
}

// list is what Versions remembers beside the packs.
type list struct {
	Kept   []Kept `json:"kept"`   // the newest first
	Over   string `json:"over"`   // what the room was started with when Chosen was
	Chosen string `json:"chosen"` // hash; "" for what the room is started with
}

const listFile = "list.json"

// Note remembers a version that the room takes into use.
func (v *Versions) Note(k Kept) error {
	return v.rewrite(func(l *list) {
		l.Kept = slices.DeleteFunc(l.Kept, func(o Kept) bool {
			return o.Hash == k.Hash && o.From == k.From && o.Uploaded == k.Uploaded
		})
		l.Kept = slices.Insert(l.Kept, 0, k)
		l.Kept = l.Kept[:min(len(l.Kept), MaxKept)]
	})
}

// Kept lists the versions noted last that are still there, the newest first.
func (v *Versions) Kept() ([]Kept, error) {
	l, err := v.list()
	return slices.DeleteFunc(l.Kept, func(k Kept) bool {
		_, gone := v.root.Stat(versionFile(k.Hash))
		return gone != nil
	}), err
}

// Choose makes a version the one to use though the room was started with over;
// "" takes that back.
func (v *Versions) Choose(over, hash string) error {
	return v.rewrite(func(l *list) { l.Over, l.Chosen = over, hash })
}

// Chosen is the version chosen for a room started with over; "" for none.
func (v *Versions) Chosen(over string) (string, error) {
	l, err := v.list()
	if l.Over != over {
		return "", err
	}
	return l.Chosen, err
}

// list reads what is remembered. With an error it is as if there were nothing.
func (v *Versions) list() (list, error) {
	v.listing.Lock()
	defer v.listing.Unlock()
	return v.readList()
}

func (v *Versions) readList() (l list, err error) {
	b, err := readUpTo(v.root.FS(), listFile, MaxYAML)
	if errors.Is(err, fs.ErrNotExist) {
		return list{}, nil
	}
	if err == nil {
		err = json.Unmarshal(b, &l)
	}
	if err != nil {
		return list{}, fmt.Errorf("list of versions: %w", err)
	}
	l.Kept = slices.DeleteFunc(l.Kept, func(k Kept) bool { return !hashForm.MatchString(k.Hash) })
	return l, nil
}

// rewrite changes the list on disk. One that cannot be read is begun anew.
func (v *Versions) rewrite(change func(*list)) error {
	v.listing.Lock()
	defer v.listing.Unlock()
	l, _ := v.readList()
	change(&l)
	b, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return fmt.Errorf("list of versions: %w", err)
	}
	const written = "list.tmp"
	if err := v.write(written, func(f io.Writer) error { _, err := f.Write(b); return err }); err != nil {
		return fmt.Errorf("list of versions: %w", err)
	}
	if err := v.root.Rename(written, listFile); err != nil {
		return fmt.Errorf("list of versions: %w", err)
	}
	return nil
}
