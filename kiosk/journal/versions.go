package journal

import "context"

// Versions lists the hashes of the scenario versions that visits on disk began
// on, open and closed ones: a late fact of a closed visit asks for it again.
func (j *Journal) Versions(ctx context.Context) ([]string, error) {
	return column[string](ctx, j.read, `
		SELECT scenario FROM contributions
		UNION
		SELECT scenario FROM (
			SELECT (
				SELECT json_extract(CASE json_valid(text) WHEN 1 THEN text END, '$.body.scenario') AS scenario
				FROM (SELECT CAST(doc AS TEXT) AS text FROM facts WHERE visit = visits.no)
				WHERE scenario IS NOT NULL LIMIT 1 -- of visit.opened: no other fact tells a scenario
			) AS scenario FROM visits
		) WHERE scenario IS NOT NULL`)
}
