package journal

import (
	"context"
	"maps"
	"slices"

	"immersion/kiosk"
)

// rehearsedBin names the visits of rehearsals that are not erased yet, written
// with the facts that open them: whatever ends the program, they are found.
const rehearsedBin = "rehearsed"

// begun notes a visit that opens at a rehearsal's screen, in the transaction
// that opens it.
func (w *writer) begun(f kiosk.Fact) error {
	if !kiosk.Rehearses(f.Screen) {
		return nil
	}
	_, err := w.keep.Exec(rehearsedBin, f.Visit, []byte{1}, 0)
	return err
}

// unrehearse forgets it in the transaction that erases it.
func (w *writer) unrehearse(f kiosk.Fact) error {
	_, err := w.drop.Exec(rehearsedBin, f.Visit)
	return err
}

// Rehearsed lists the visits of rehearsals that are not erased yet.
func (j *Journal) Rehearsed(ctx context.Context) ([]string, error) {
	all, err := j.Keep().All(ctx, rehearsedBin)
	return slices.Sorted(maps.Keys(all)), err
}
