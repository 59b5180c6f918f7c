package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/insight"
	"immersion/kiosk/journal"
	"immersion/stations"
)

const (
	factsOfVisit  = 100
	visitsOpening = 40
	reads         = 200
)

// insights measures how long a manager's page waits for its data, with so many
// millions of facts on disk, beside a plain GROUP BY on the same file.
func insights(millions string) func(context.Context, string) error {
	return func(ctx context.Context, dir string) error {
		for _, size := range strings.Split(millions, ",") {
			n, err := strconv.ParseFloat(size, 64)
			if err != nil {
				return fmt.Errorf("facts %q: %w", size, err)
			}
			if err := insightsOf(ctx, dir, int(n*1e6)); err != nil {
				return fmt.Errorf("insights of %s million facts: %w", size, err)
			}
		}
		return nil
	}
}

func insightsOf(ctx context.Context, dir string, facts int) error {
	own, err := os.MkdirTemp(dir, "insights-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(own)
	files, err := fs.Sub(config.Shipped(), config.ShippedScenario)
	if err != nil {
		return err
	}
	scenario, faults := config.Load(files, stations.Kinds())
	if len(faults) > 0 {
		return fmt.Errorf("the shipped scenario has %d faults", len(faults))
	}
	path := filepath.Join(own, "room.db")
	settings := kiosk.DefaultSettings()
	for _, id := range []string{"it", "service", "finance", "legal"} {
		settings.Departments = append(settings.Departments, kiosk.Named{ID: id, Name: kiosk.Same(id)})
	}
	room := kiosk.NewRoom(settings)
	room.Use(scenario)
	j, err := journal.Open(ctx, path, room, journal.Options{})
	if err == nil {
		err = errors.Join(j.Close(), fill(path, scenario, facts))
	}
	if err != nil {
		return err
	}
	grouped, err := groupBy(path)
	if err != nil {
		return err
	}
	m, err := readPages(ctx, path, room)
	if err != nil {
		return err
	}
	slices.Sort(m.reads)
	p50, p99 := m.reads[len(m.reads)/2], m.reads[len(m.reads)*99/100]
	visits, size := facts/factsOfVisit, fmt.Sprintf("%.1f M facts", float64(facts)/1e6)
	row("a manager's page, "+size+", p50 / p99", fmt.Sprintf("%.2f / %.2f ms", ms(p50), ms(p99)),
		fmt.Sprintf("plain GROUP BY %.0f ms", ms(grouped)), fmt.Sprintf("%.0f × as fast", grouped.Seconds()/p50.Seconds()), "≤ 5 ms, flat")
	row("the first release of "+size+", in the background", m.released.Round(time.Millisecond).String(),
		fmt.Sprintf("plain GROUP BY %.0f ms", ms(grouped)), fmt.Sprintf("%.2f ms and %d KB allocated a visit", ms(m.released)/float64(visits), m.allocated/uint64(visits)/1024), "linear")
	row("memory that releases of "+size+" hold", fmt.Sprintf("%d MB", m.held>>20), "", fmt.Sprintf("%.1f KB a visit", float64(m.held)/float64(visits)/1024), "bounded")
	return nil
}

// measured is what making releases and reading them took.
type measured struct {
	released        time.Duration
	reads           []time.Duration
	allocated, held uint64 // bytes
}

// readPages makes the releases, and reads one cohort after the other as the
// API does.
func readPages(ctx context.Context, path string, room *kiosk.Room) (m measured, err error) {
	j, err := journal.Open(ctx, path, room, journal.Options{})
	if err != nil {
		return m, err
	}
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- j.Run(ctx) }()
	defer func() {
		stop()
		<-ended
		_ = j.Close()
	}()
	in, err := insight.New(ctx, insight.Deps{Settings: room.Settings(), Scenarios: room.Scenario, Store: j.Keep(), Source: j})
	if err != nil {
		return m, err
	}
	before := memory()
	began := time.Now()
	opening := ""
	_, err = in.Update(ctx, func(yield func(kiosk.Contribution, error) bool) {
		for c, err := range j.Contributions(ctx) {
			if opening = c.Opening; !yield(c, err) {
				return
			}
		}
	})
	m.released = time.Since(began)
	m.allocated = memory().TotalAlloc - before.TotalAlloc
	if err != nil {
		return m, err
	}
	cohorts := []kiosk.Cohort{{}, {By: kiosk.ByDepartment, Key: "it"}, {By: kiosk.ByDepartment, Key: "legal"}, {By: kiosk.ByOpening, Key: opening}}
	runtime.GC()
	m.held = memory().HeapAlloc - before.HeapAlloc
	for i := range reads {
		began := time.Now()
		r, err := in.View(ctx, "release", cohorts[i%len(cohorts)], "")
		if err == nil {
			_, err = json.Marshal(r)
		}
		if err != nil {
			return m, err
		}
		m.reads = append(m.reads, time.Since(began))
	}
	runtime.KeepAlive(in)
	return m, nil
}

func memory() runtime.MemStats {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m
}

// groupBy is what a page would do without releases: the mean feeling by station.
func groupBy(path string) (time.Duration, error) {
	db, err := openFile(path)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	began := time.Now()
	rows, err := db.Query(`SELECT json_extract(doc, '$.station'), count(*), avg(json_extract(doc, '$.body.valence'))
		FROM (SELECT CAST(doc AS TEXT) AS doc FROM facts) WHERE json_extract(doc, '$.type') = 'reaction' GROUP BY 1`)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
	}
	return time.Since(began), rows.Err()
}

// fill writes closed visits with their facts and contributions, many at once.
func fill(path string, s *kiosk.Scenario, facts int) error {
	db, err := openFile(path)
	if err != nil {
		return err
	}
	defer db.Close()
	dice := rand.New(rand.NewPCG(1, 2))
	departments := []string{"it", "it", "it", "service", "service", "finance", "legal"}
	opening := ""
	for first := 1; first <= facts/factsOfVisit; first += 500 {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		insert, err := tx.Prepare("INSERT INTO facts (id, visit, received, doc) VALUES (?, ?, ?, ?)")
		if err != nil {
			return err
		}
		for no := first; no < first+500 && no <= facts/factsOfVisit; no++ {
			if no%visitsOpening == 1 {
				opening = kiosk.NewID()
			}
			c := kiosk.Contribution{Visit: int64(no), Opening: opening, Department: departments[dice.IntN(len(departments))], Cells: cellsOf(s, dice)}
			if err := fillVisit(tx, insert, s, c); err != nil {
				_ = tx.Rollback()
				return err
			}
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func fillVisit(tx *sql.Tx, insert *sql.Stmt, s *kiosk.Scenario, c kiosk.Contribution) error {
	visit := kiosk.NewID()
	id := uuid.MustParse(visit)
	now := time.Now().UnixMilli()
	if _, err := tx.Exec("INSERT INTO visits (no, id, closed) VALUES (?, ?, ?)", c.Visit, id[:], now); err != nil {
		return err
	}
	for i := range factsOfVisit {
		f, err := kiosk.NewFact(time.UnixMilli(now), kiosk.Reacted, "", kiosk.Reaction{Valence: i%9 - 4, Arousal: i%5 - 2})
		f.Station, f.Screen = "call", "screen-1"
		if i == 0 {
			f, err = kiosk.NewFact(time.UnixMilli(now), kiosk.VisitOpened, "", kiosk.Opened{Scenario: s.Hash, Opening: c.Opening,
				Department: c.Department, Language: "en", Party: 1, Badge: kiosk.Badge{Words: "Amber Otter", Colour: "#ffaa00", Code: "A1B2"}})
		}
		if err != nil {
			return err
		}
		f.Visit = visit
		own := uuid.MustParse(f.ID)
		if _, err := insert.Exec(own[:], c.Visit, now, f.Doc()); err != nil {
			return err
		}
	}
	cells, err := json.Marshal(c.Cells)
	if err != nil {
		return err
	}
	_, err = tx.Exec("INSERT INTO contributions (visit, scenario, opening, department, cells) VALUES (?, ?, ?, ?, ?)",
		c.Visit, s.Hash, c.Opening, c.Department, cells)
	return err
}

// cellsOf is what a visit says to every figure of a scenario.
func cellsOf(s *kiosk.Scenario, dice *rand.Rand) []kiosk.Cell {
	cells := []kiosk.Cell{{Figure: kiosk.PeopleFigure, Shape: kiosk.Count, Count: 1}}
	for _, section := range kiosk.Sections {
		cells = append(cells, kiosk.Cell{Figure: kiosk.MapFigure, Shape: kiosk.Count, Key: string(section), Count: dice.IntN(4)})
	}
	for _, a := range s.Assumptions {
		cells = append(cells, kiosk.Cell{Figure: kiosk.ShiftFigure, Shape: kiosk.Number, Key: a.ID, Value: float64(dice.IntN(9) - 4)})
	}
	for _, p := range s.Places {
		cells = append(cells, kiosk.Cell{Station: p.ID, Figure: kiosk.FeelingFigure, Shape: kiosk.Number, Value: float64(dice.IntN(9) - 4)},
			kiosk.Cell{Station: p.ID, Figure: kiosk.ReachedFigure, Shape: kiosk.Share, Part: 1, Whole: 1})
		for _, f := range p.Station.Figures() {
			c := kiosk.Cell{Station: p.ID, Figure: f.Name, Shape: f.Shape, Count: 1, Part: dice.IntN(2), Whole: 1, Value: float64(1 + dice.IntN(9))}
			switch {
			case f.Shape == kiosk.Curve:
				for second := 0; second < 180; second += 2 {
					c.Points = append(c.Points, kiosk.Point{Second: second, Value: float64(dice.IntN(9) - 4)})
				}
			case f.Shape == kiosk.Flow:
				c.Edges = []kiosk.Edge{{From: "start", To: "bill", Count: 1 + dice.IntN(3)}}
			case len(f.Keys) > 0:
				for key := range f.Keys {
					if c.Key = key; dice.IntN(2) == 0 {
						cells = append(cells, c)
					}
				}
				continue
			}
			cells = append(cells, c)
		}
	}
	return cells
}

// openFile opens a journal's file that no journal has open.
func openFile(path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=NORMAL&_txlock=immediate")
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}
