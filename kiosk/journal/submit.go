package journal

import (
	"context"
	"runtime"
	"time"

	"immersion/kiosk"
)

// submission is facts, or other work, on its way to the writer.
type submission struct {
	docs  [][]byte
	facts []parsed
	from  kiosk.Source
	work  func(*writer) error // instead of facts: writes of what is not a fact
	done  func([]kiosk.Verdict)
}

type parsed struct {
	kiosk.Fact
	err *kiosk.Error
}

// written is a batch with the verdicts of each submission, on its way back.
type written struct {
	batch    []submission
	verdicts [][]kiosk.Verdict
}

// Submit queues facts from one sender. done is called once, from another
// goroutine, after they are on disk or refused. The docs are the journal's then.
func (j *Journal) Submit(docs [][]byte, from kiosk.Source, done func([]kiosk.Verdict)) {
	s := submission{docs: docs, facts: make([]parsed, len(docs)), from: from, done: done}
	for i, doc := range docs {
		f, err := kiosk.ParseFact(doc)
		s.facts[i].Fact = f
		if err != nil {
			s.facts[i].err = asError(err)
		}
	}
	j.enqueue(s)
}

func (j *Journal) enqueue(s submission) {
	j.stopping.RLock()
	defer j.stopping.RUnlock()
	if j.stopped {
		s.done(s.all(kiosk.Errorf(kiosk.Unavailable, "the room is stopping")))
		return
	}
	j.queue <- s
}

// all gives every fact of the submission the same verdict.
func (s submission) all(err *kiosk.Error) []kiosk.Verdict {
	v := make([]kiosk.Verdict, max(1, len(s.facts)))
	for i := range s.facts {
		v[i].ID = s.facts[i].ID
	}
	for i := range v {
		v[i].Err = err
	}
	return v
}

// Write submits facts and waits for their verdicts.
func (j *Journal) Write(ctx context.Context, from kiosk.Source, docs ...[]byte) ([]kiosk.Verdict, error) {
	got := make(chan []kiosk.Verdict, 1)
	j.Submit(docs, from, func(v []kiosk.Verdict) { got <- v })
	select {
	case v := <-got:
		return v, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Record writes one fact of the room's own and waits until it is on disk.
// screen and visit are "" where they say nothing.
func (j *Journal) Record(ctx context.Context, typ, by, screen, visit string, body any) error {
	f, err := kiosk.NewFact(j.now(), typ, by, body)
	if err != nil {
		return err
	}
	f.Screen, f.Visit = screen, visit
	v, err := j.Write(ctx, kiosk.RoomItself, f.Doc())
	if err != nil {
		return err
	}
	if v[0].Err != nil {
		return v[0].Err
	}
	return nil
}

// do runs work in the writer's next transaction and waits.
func (j *Journal) do(ctx context.Context, work func(*writer) error) error {
	got := make(chan []kiosk.Verdict, 1)
	j.enqueue(submission{work: work, done: func(v []kiosk.Verdict) { got <- v }})
	select {
	case v := <-got:
		if v[0].Err != nil {
			return v[0].Err
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Run is the writer: it takes what is queued, up to about maxBatch facts, and
// commits it. When ctx is done it writes what is still queued, then returns.
func (j *Journal) Run(ctx context.Context) error {
	published := make(chan struct{})
	go j.publish(published)
	j.sweeping() // a crash may have come before the last one ended
	swept := make(chan error, 1)
	go func() { swept <- j.checkpoint(ctx) }()
	go func() {
		<-ctx.Done()
		j.stopping.Lock()
		j.stopped = true
		close(j.queue)
		j.stopping.Unlock()
	}()
	for first := range j.queue {
		runtime.Gosched() // whoever is about to submit may still join
		batch := []submission{first}
		for rows := len(first.facts); rows < maxBatch; {
			select {
			case s, ok := <-j.queue:
				if ok {
					batch, rows = append(batch, s), rows+len(s.facts)
					continue
				}
			default:
			}
			break
		}
		j.commit(batch)
	}
	close(j.written)
	<-published
	return <-swept
}

const maxBatch = 1000

// publish acknowledges what is committed while the writer goes on, and tells
// whoever shows the room.
func (j *Journal) publish(published chan<- struct{}) {
	defer close(published)
	for w := range j.written {
		for i, s := range w.batch {
			s.done(w.verdicts[i])
		}
		j.notify()
	}
}

func milli(t time.Time) int64 { return t.UnixMilli() }
