package journal

import (
	"context"

	"immersion/kiosk"

	"github.com/google/uuid"
)

// family are the numbers of a visit, the parameter ?1, and of those merged into
// it. A visit that others are merged into is merged into none.
const family = "(SELECT ?1 UNION ALL SELECT no FROM visits WHERE merged = ?1 AND merged > 0)"

// regroup keeps which visits are part of which beside their facts, as a fact
// that was just judged says. Facts stay where they are: a visit that is merged
// into another is read with it, and alone again when that is undone.
func (w *writer) regroup(f kiosk.Fact, room *kiosk.Room) error {
	switch f.Type {
	case kiosk.VisitMerged:
		v, _ := room.Visit(f.Visit)
		var m kiosk.Merging
		if err := f.Decode(&m); err != nil {
			return err
		}
		into, _ := room.Visit(m.Into)
		w.touched[into.ID] = true
		return w.exec("UPDATE visits SET merged = ?2 WHERE no IN "+family, v.No, into.No)
	case kiosk.VisitUndone:
		v, _ := room.Visit(f.Visit)
		var u kiosk.Undoing
		if err := f.Decode(&u); err != nil {
			return err
		}
		if of, merging := v.Merging(u.Fact); merging {
			w.touched[of] = true
			if err := w.exec("UPDATE visits SET merged = 0 WHERE no = ?", v.Number(of)); err != nil {
				return err
			}
			for _, other := range v.Along(of) {
				if err := w.exec("UPDATE visits SET merged = ? WHERE no = ?", v.Number(of), v.Number(other)); err != nil {
					return err
				}
			}
		}
		// it may be open again; if it is not, what it adds is stored anew
		if err := w.exec("UPDATE visits SET closed = 0 WHERE no = ?", v.No); err != nil {
			return err
		}
		_, err := w.retract.Exec(v.No)
		return err
	}
	return nil
}

// whole finds the visit that one is part of now.
func (j *Journal) whole(merged int64) (id string, err error) {
	var u uuid.UUID
	err = j.w.conn.QueryRowContext(context.Background(), "SELECT id FROM visits WHERE no = ?", merged).Scan(&u)
	return u.String(), err
}
