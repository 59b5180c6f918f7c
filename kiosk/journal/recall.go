package journal

import (
	"context"
	"fmt"

	"immersion/kiosk"
)

// recallAmong is among how many of the visits that counted last those of the
// version in use are looked for: a long history costs no more than a short one.
const recallAmong = 5 * kiosk.PaceVisits

// recallFacts is how many facts a visit may have to be recalled: some hundred are
// usual, and this is work that nobody waits for.
const recallFacts = 1000

// Recall teaches the room how long visitors stayed who are gone: the last of
// those on the version in use. It reads beside the writer, while the room runs.
func (j *Journal) Recall(ctx context.Context) error {
	current := j.room.Current()
	if current == nil {
		return nil
	}
	numbers, err := j.recent(ctx, current.Hash)
	if err != nil {
		return fmt.Errorf("recall the last visits: %w", err)
	}
	for _, no := range numbers {
		if ctx.Err() != nil {
			return nil
		}
		if v, err := j.Fold(ctx, no); err == nil { // what is erased meanwhile is no longer told
			j.room.Recall(v)
		}
	}
	return nil
}

// recent are the numbers of the visits on a version that counted last.
func (j *Journal) recent(ctx context.Context, version string) ([]int64, error) {
	return column[int64](ctx, j.read, `SELECT visit FROM (SELECT visit, scenario FROM contributions ORDER BY visit DESC LIMIT ?) AS last
		WHERE scenario = ? AND NOT EXISTS (SELECT 1 FROM facts WHERE facts.visit = last.visit LIMIT 1 OFFSET ?) LIMIT ?`,
		recallAmong, version, recallFacts, kiosk.PaceVisits)
}
