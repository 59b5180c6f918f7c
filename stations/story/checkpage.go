package story

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"immersion/kiosk"
	"immersion/media"
)

// maxMedia is how large a sound or a video may be, in bytes: screens fetch it
// whole before it plays, so that no network cut stops a story.
const maxMedia = 32 << 20

var pictures = []string{".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}

// check finds what is wrong with a page, and keeps its captions.
func (p *Page) check(c *check, at string, files fs.FS) {
	var shown []string
	for key, name := range map[string]string{"picture": p.Picture, "sound": p.Sound, "video": p.Video} {
		if name != "" {
			shown = append(shown, key)
		}
	}
	slices.Sort(shown)
	if len(shown) > 1 {
		c.add(at, "a page shows "+strings.Join(shown, " and "), "one of picture, sound and video; a page for each")
		return
	}
	most := maxText
	if len(shown) == 1 {
		most = maxBeside
	} else {
		c.text(at+".text", p.Text, "the page is empty")
	}
	c.short(at+".text", p.Text, most)
	if p.Picture != "" || p.Video != "" {
		c.text(at+".alt", p.Alt, "who cannot see it is left out")
	}
	switch {
	case p.Picture != "":
		p.checkPicture(c, at, files)
	case p.Sound != "":
		p.length = readMedia(c, at+".sound", p.Sound, files, lengthOfSound)
	case p.Video != "":
		p.length = readMedia(c, at+".video", p.Video, files, lengthOfVideo)
	}
	if p.length > 0 {
		p.checkCaptions(c, at+".captions", files)
	}
}

// checkPicture sees that the file is there; that it is whole is read where all
// pictures of a scenario are.
func (p *Page) checkPicture(c *check, at string, files fs.FS) {
	if !slices.Contains(pictures, strings.ToLower(path.Ext(p.Picture))) {
		c.add(at+".picture", fmt.Sprintf("%q is no picture that browsers show", p.Picture), "AVIF, GIF, JPEG, PNG, SVG or WebP")
	} else if _, err := fs.Stat(files, p.Picture); err != nil {
		c.add(at+".picture", readFault(p.Picture, err), "a file of the scenario")
	}
}

func lengthOfSound(f fs.File) (int64, error) {
	s, err := media.Scan(f)
	if err == nil && s.Anew {
		err = fmt.Errorf("browsers do not play it as it is: %w", media.ErrFormat)
	}
	return s.Duration, err
}

func lengthOfVideo(f fs.File) (int64, error) {
	v, err := media.ScanVideo(f)
	return v.Duration, err
}

// readMedia gives the length of a sound or a video in ms; 0 with a fault.
func readMedia(c *check, at, name string, files fs.FS, length func(fs.File) (int64, error)) int64 {
	f, err := files.Open(name)
	if err != nil {
		c.add(at, readFault(name, err), "a file of the scenario")
		return 0
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > maxMedia {
		c.add(at, name+" is larger than 32 MiB", "a shorter piece, or one of fewer bits: a screen fetches it whole")
		return 0
	}
	ms, err := length(f)
	switch {
	case errors.Is(err, media.ErrFormat):
		c.add(at, fmt.Sprintf("%s cannot be played: %v", name, err), "WAV, MP3, Ogg, FLAC or M4A; this makes one: ffmpeg -i FILE -ac 1 -b:a 64k FILE.mp3")
	case errors.Is(err, media.ErrVideo):
		c.add(at, fmt.Sprintf("%s cannot be played: %v", name, err), "WebM (VP8, VP9, AV1) or MP4 (H.264); this makes one: ffmpeg -i FILE -c:v libvpx-vp9 -c:a libopus FILE.webm")
	case err != nil:
		c.add(at, fmt.Sprintf("%s cannot be played: %v", name, err), "the whole file")
	default:
		return ms
	}
	return 0
}

func (p *Page) checkCaptions(c *check, at string, files fs.FS) {
	if p.Captions == "" {
		c.add(at, "the page has no captions, so who cannot hear is left out", "a WebVTT or SRT file of the scenario")
		return
	}
	f, err := files.Open(p.Captions)
	if err != nil {
		c.add(at, readFault(p.Captions, err), "a WebVTT or SRT file of the scenario")
		return
	}
	defer f.Close()
	var faults []kiosk.Fault
	p.cues, faults = media.Captions(p.Captions, f, p.length)
	c.faults = append(c.faults, faults...)
}
