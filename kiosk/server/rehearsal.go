package server

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Rehearser walks a rehearsal of this room: it opens the room's own socket for
// rehearsals with a key, as any other program would, and returns when the
// rehearsal is over.
type Rehearser interface {
	Rehearse(ctx context.Context, key string, o kiosk.RehearsalOrder) error
}

// Rehearsal answers GET /rehearsal: the one that is under way, or how the last
// one went.
type Rehearsal struct {
	Running  bool                   `json:"running"`
	By       string                 `json:"by,omitempty"`    // who asked for it
	At       int64                  `json:"at,omitempty"`    // ms, its beginning; 0: there was none since the start
	Visitors int                    `json:"visitors"`        // who are to walk
	Speed    float64                `json:"speed"`           // times as fast as people
	Begun    int                    `json:"begun"`           // visitors who arrived
	Finished int                    `json:"finished"`        // who came to the end
	Ended    string                 `json:"ended,omitempty"` // as the log has it: "finished", "stopped" or "lost"
	Report   *kiosk.RehearsalReport `json:"report,omitempty"`
}

// rehearsals knows the rehearsal that is under way; there is one at a time.
type rehearsals struct {
	keys  rehearsalKeys
	mu    sync.Mutex
	ctx   context.Context // until the room stops
	stop  context.CancelFunc
	walks sync.WaitGroup // of the room's own Rehearser
	asked bool           // the console asked for one, which is about to begin
	held  *held          // nil: none is under way
	last  Rehearsal
}

// startRehearsal walks one in the room's own program.
func (s *Server) startRehearsal(c echo.Context) error {
	var o kiosk.RehearsalOrder
	if err := read(c, &o); err != nil {
		return err
	}
	if err := o.Check(); err != nil {
		return err
	}
	r := &s.rehearsals
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.held != nil || r.asked:
		return kiosk.Errorf(kiosk.Conflict, "A rehearsal is under way already.")
	case r.ctx.Err() != nil:
		return kiosk.Errorf(kiosk.Unavailable, "The room is stopping.")
	}
	who := by(c)
	key, err := r.keys.give(who, time.Minute)
	if err != nil {
		return err
	}
	ctx, began := r.ctx, s.Now().UnixMilli()
	r.asked = true
	r.walks.Go(func() {
		err := s.Rehearser.Rehearse(ctx, key, o)
		r.mu.Lock()
		defer r.mu.Unlock()
		r.asked = false
		if err != nil && ctx.Err() == nil {
			s.Log.Warn("rehearse", "error", err)
			if r.last.At < began { // it came to nothing
				r.last = Rehearsal{By: who, At: began, Visitors: o.Visitors, Speed: o.Speed, Ended: lost}
			}
		}
	})
	return c.NoContent(http.StatusNoContent)
}

func (s *Server) getRehearsal(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, s.rehearsal())
}

// rehearsal is how the present one stands, or how the last one went.
func (s *Server) rehearsal() Rehearsal {
	s.rehearsals.mu.Lock()
	defer s.rehearsals.mu.Unlock()
	now := s.rehearsals.last
	now.Running = s.rehearsals.held != nil || s.rehearsals.asked
	if begun, finished, ok := s.Room.Rehearsal(); ok {
		now.Begun, now.Finished = begun, finished
	}
	return now
}

func (s *Server) stopRehearsal(c echo.Context) error {
	s.rehearsals.mu.Lock()
	h := s.rehearsals.held
	s.rehearsals.mu.Unlock()
	if h == nil {
		return kiosk.Errorf(kiosk.Conflict, "No rehearsal is under way.")
	}
	h.stop()
	return c.NoContent(http.StatusNoContent)
}

// keepRehearsals clears away what a rehearsal left behind when the program was
// killed, or when the disk was full at its end. When ctx is done it ends the
// one that is under way.
func (s *Server) keepRehearsals(ctx context.Context) error {
	r := &s.rehearsals
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for ctx.Err() == nil {
		s.clearRehearsal(ctx)
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
	r.mu.Lock()
	h := r.held
	r.stop()
	r.mu.Unlock()
	if h != nil {
		h.stop()
		<-h.over
	}
	r.walks.Wait()
	return ctx.Err()
}

// clearRehearsal erases the visits of a rehearsal that nobody holds any more.
func (s *Server) clearRehearsal(ctx context.Context) {
	s.rehearsals.mu.Lock()
	defer s.rehearsals.mu.Unlock()
	if s.rehearsals.held != nil {
		return
	}
	n, err := s.eraseRehearsed(ctx)
	if err == nil && n > 0 {
		err = s.Journal.Record(ctx, kiosk.RehearsalHeld, kiosk.ByRehearsal, "", "", kiosk.HeldRehearsal{Ended: lost, Visitors: n})
	}
	if err != nil && ctx.Err() == nil {
		s.Log.Warn("erase what is left of a rehearsal", "error", err)
	}
}

// eraseRehearsed erases every visit of a rehearsal and gives their number.
func (s *Server) eraseRehearsed(ctx context.Context) (int, error) {
	visits, err := s.Journal.Rehearsed(ctx)
	for _, id := range visits {
		if err := s.Journal.Erase(ctx, id, kiosk.ByRehearsal, false); err != nil {
			return 0, err
		}
	}
	return len(visits), err
}
