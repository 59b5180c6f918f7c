package exit

import (
	"fmt"
	"math/rand/v2"

	"immersion/kiosk"
)

// What a synthetic visitor writes: it reads as what it is wherever it shows.
const (
	simulatedNote     = "A rehearsal's note"
	simulatedSentence = "I am a rehearsal's sentence."
	simulatedPledge   = "A rehearsal's pledge"
)

var pledgeWhens = []string{"today", "this week", "this month"}

// Simulate writes one to three notes, now and then moves or takes off the last
// of them, answers every assumption again, lower than most did at the entry,
// and mostly leaves a sentence and a pledge.
func (s *Station) Simulate(scenario *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 2))
	var ms int64
	do := func(typ string, body any) {
		ms += 4_000 + r.Int64N(16_000)
		act(typ, body, ms)
	}
	section := func() kiosk.Section { return kiosk.Sections[r.IntN(len(kiosk.Sections))] }

	note := kiosk.NoteEdit{}
	for range 1 + r.IntN(3) {
		note = kiosk.NoteEdit{Note: noteID(r), Section: section(), Text: simulatedNote, Inferred: r.IntN(2) == 0}
		do(kiosk.NotePut, note)
	}
	switch r.IntN(4) {
	case 0:
		note.Section = section()
		do(kiosk.NotePut, note)
	case 1:
		do(kiosk.NoteRemoved, kiosk.NoteRemoval{Note: note.Note})
	}
	for _, a := range scenario.Assumptions {
		value := min(max(int(3.5+2.2*r.NormFloat64()), 0), 10)
		do(kiosk.Assumed, kiosk.Assumption{Assumption: a.ID, Value: value})
	}
	if r.IntN(10) < 8 {
		do(kiosk.SentenceTold, kiosk.Sentence{Text: simulatedSentence})
	}
	if r.IntN(10) < 7 {
		do(kiosk.PledgeMade, kiosk.Pledge{Text: simulatedPledge, When: pledgeWhens[r.IntN(len(pledgeWhens))]})
	}
}

// noteID makes a UUIDv7 of the seed alone, so that a seed plays the same twice.
func noteID(r *rand.Rand) string {
	a, b := r.Uint64(), r.Uint64()
	return fmt.Sprintf("%08x-%04x-7%03x-%04x-%012x",
		uint32(a>>32), uint16(a>>16), a&0xfff, 0x8000|b>>48&0x3fff, b&0xffff_ffff_ffff)
}

var _ kiosk.Simulator = (*Station)(nil)
