package insight

import (
	"context"

	"immersion/kiosk"
)

// catchUp takes in the room's own facts written since.
func (d *desk) catchUp(ctx context.Context) error {
	return d.source.Own(ctx, d.seq, func(seq int64, f kiosk.Fact) {
		d.seq = seq
		d.fold(f)
	})
}

func (d *desk) fold(f kiosk.Fact) {
	switch f.Type {
	case kiosk.WordsShown:
		b := decoded[kiosk.WordsBatch](f)
		d.batches = append(d.batches, Batch{ID: f.ID, ids: b.Words})
		for _, id := range b.Words {
			d.shown[id] = true
		}
	case kiosk.WordsPassed:
		for i := range d.batches {
			if b := &d.batches[i]; b.ID == decoded[kiosk.WordsPass](f).Batch {
				b.Passed = true
				for _, id := range b.ids {
					d.passed[id] = true
				}
			}
		}
	case kiosk.WordsJudged:
		b := decoded[kiosk.WordsJudgement](f)
		switch b.Did {
		case "mask", "restore":
			d.masked[b.Words] = b.Did == "mask"
		default:
			d.flagged[b.Words] = b.Did == "flag"
		}
	case kiosk.ThemeNamed:
		b := decoded[kiosk.ThemeName](f)
		d.names[b.Theme] = b.Name
	case kiosk.ThemeMerged:
		b := decoded[kiosk.ThemeMerge](f)
		d.merges[b.Theme] = b.Into
		d.relate(b.Theme, b.Into)
	default:
		d.doors.fold(f)
	}
}

// relate keeps that themes, and all that each was counted with, were ever one.
func (d *desk) relate(theme, into string) {
	if into == "" {
		return
	}
	all := map[string]bool{theme: true, into: true}
	for _, one := range []string{theme, into} {
		for other := range d.kin[one] {
			all[other] = true
		}
	}
	for one := range all {
		d.kin[one] = all
	}
}

func decoded[B any](f kiosk.Fact) B {
	var b B
	_ = f.Decode(&b) // it was judged when it was taken
	return b
}
