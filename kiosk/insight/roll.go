package insight

import (
	"context"
	"hash/fnv"
	"time"

	"immersion/kiosk"
)

// roll lists the visits that contribute, for the desk to read their words.
type roll struct{ visits []rolled }

type rolled struct {
	visit             int64
	mark              uint64
	scenario, opening string
}

func (r *roll) take(c kiosk.Contribution) {
	r.visits = append(r.visits, rolled{c.Visit, markOfAll(c), c.Scenario, c.Opening})
}

// refresh takes in new facts of the room's own, and the words of visits that
// closed or changed, some at a time; those of visits that no longer contribute
// are dropped.
func (d *desk) refresh(ctx context.Context, all *roll) error {
	d.roll = all
	due, err := d.due(ctx, all)
	if err != nil {
		return err
	}
	for _, one := range due {
		v, err := d.source.Fold(ctx, one.visit)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d.mu.Lock()
		d.drop(one.visit)
		if d.visits[one.visit] = (read{mark: one.mark, at: time.Now()}); err == nil { // else its facts are gone by age
			d.take(one, v)
		}
		d.mu.Unlock()
	}
	return nil
}

// due lists the visits whose words are to be read now.
func (d *desk) due(ctx context.Context, all *roll) ([]rolled, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.key == nil {
		if err := d.unlock(ctx); err != nil {
			return nil, err
		}
	}
	if err := d.catchUp(ctx); err != nil {
		return nil, err
	}
	there := make(map[int64]bool, len(all.visits))
	var list []rolled
	now := time.Now()
	d.complete = true
	for i, one := range all.visits {
		there[one.visit] = true
		r, known := d.visits[one.visit]
		fresh := i >= len(all.visits)-latest
		if known && r.mark == one.mark && !fresh && (len(r.words) == 0 || now.Sub(r.at) < wordsAge) {
			continue
		}
		if len(list) == readAtOnce {
			d.complete = false
			continue
		}
		list = append(list, one)
	}
	for visit := range d.visits {
		if !there[visit] {
			d.drop(visit)
		}
	}
	return list, nil
}

// readAtOnce is how many visits are read before others have their turn: after a
// start all are, and figures must not wait for that.
const readAtOnce = 500

// latest is how many of the newest visits are read anew each time: those that
// late facts come to.
const latest = 20

func markOfAll(c kiosk.Contribution) uint64 {
	h := fnv.New64a()
	for _, cell := range c.Cells {
		_, _ = h.Write([]byte(cell.Station + cell.Figure + cell.Key))
		_, _ = h.Write([]byte{byte(cell.Count), byte(cell.Part), byte(int(cell.Value)), byte(len(cell.Points)), byte(len(cell.Edges))})
	}
	return h.Sum64()
}

func (d *desk) take(c rolled, v *kiosk.Visit) {
	r := d.visits[c.visit]
	for _, t := range v.Told() {
		w := &word{Told: t, id: d.id(v.ID, t), visit: c.visit, language: v.Language, scenario: c.scenario, opening: c.opening}
		w.tokens = tokens(t.Text, v.Language)
		d.words[w.id] = w
		r.words = append(r.words, w.id)
	}
	d.visits[c.visit] = r
}

func (d *desk) drop(visit int64) {
	for _, id := range d.visits[visit].words {
		delete(d.words, id)
	}
	delete(d.visits, visit)
}
