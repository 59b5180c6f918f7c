package call

import "immersion/kiosk"

// hearing is how a visitor took the call in.
type hearing struct {
	pieces   []span // as they were played, a wait's music each time it went round
	heard    []span // of the recording, each ms once
	taken    []span // heard or read
	end      int64  // ms: the furthest that was heard or read
	last     int64  // ms: where they were when they left
	replays  int    // jumps back to what was heard before
	read     bool   // the transcript to its end
	finished bool
}

func (s *Station) hearing(stop *kiosk.Stop) hearing {
	var h hearing
	var read []span
	for _, f := range stop.Facts {
		switch f.Type {
		case heardFact:
			h.pieces = append(h.pieces, s.piece(f, &h.last))
		case readFact:
			read = append(read, s.piece(f, &h.last))
		case movedFact:
			var m Moved
			if f.Decode(&m) == nil {
				h.last = min(m.To, s.sound.Duration)
				if m.To < m.From {
					h.replays++
				}
			}
		}
	}
	h.heard = merged(h.pieces)
	h.taken = merged(append(read, h.heard...))
	if n := len(h.taken); n > 0 {
		h.end = h.taken[n-1].to
	}
	for _, r := range read {
		h.read = h.read || r.to == s.sound.Duration
	}
	// Nine tenths, so that nobody who jumped to the end heard it to the end.
	h.finished = h.end >= s.sound.Duration-slack/2 && common(h.taken, s.whole)*10 >= s.length()*9
	return h
}

// piece is a fact's piece within the recording, and where it leaves the visitor.
func (s *Station) piece(f kiosk.Fact, last *int64) span {
	var b Heard
	if f.Decode(&b) != nil {
		return span{}
	}
	p := span{min(b.From, s.sound.Duration), min(b.To, s.sound.Duration)}
	*last = p.to
	return p
}

// length is how many ms there are to hear.
func (s *Station) length() int64 { return common(s.whole, []span{{0, s.sound.Duration}}) }

// along tells of each second how much of it was heard or read, 0 to 1, where
// there is something to hear; nil for who took nothing in.
func (s *Station) along(h hearing) []kiosk.Point {
	if len(h.taken) == 0 {
		return nil
	}
	var points []kiosk.Point
	for from := int64(0); from < s.sound.Duration; from += 1000 {
		second := []span{{from, min(from+1000, s.sound.Duration)}}
		there := common(s.whole, second)
		if there == 0 {
			continue
		}
		var got int64
		for _, w := range s.whole {
			got += shared(h.taken, span{max(w.from, second[0].from), min(w.to, second[0].to)})
		}
		points = append(points, kiosk.Point{Second: int(from / 1000), Value: float64(got) / float64(there)})
	}
	return points
}

// patience tells of each wait that was begun whether it was waited out. A
// quarter of a second is what a player may lose at its ends.
func (s *Station) patience(h hearing) []kiosk.Cell {
	var cells []kiosk.Cell
	for i, g := range s.Segments {
		begun := shared(h.pieces, g.span())
		if g.What != "hold" || begun == 0 {
			continue
		}
		c := kiosk.Cell{Figure: patience, Shape: kiosk.Share, Key: s.waits[i].key, Whole: 1}
		if begun >= g.waits()*95/100-250 {
			c.Part = 1
		}
		cells = append(cells, c)
	}
	return cells
}
