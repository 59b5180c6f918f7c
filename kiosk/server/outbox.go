package server

import (
	"strconv"
	"sync"

	"immersion/kiosk"
)

// maxOwed is how many bytes a screen may leave unread before it is dropped; it
// comes back and is told everything anew.
const maxOwed = 1 << 20

// outbox is what a socket's writer is to send next. What waits merges: the
// acks into one frame, of states only the newest.
type outbox struct {
	wake chan struct{} // something waits

	mu       sync.Mutex
	acks     []byte   // an ack frame but for its end; empty: none
	spare    []byte   // the buffer of the acks sent last
	refusals [][]byte // frames
	state    []byte   // a frame, or nil
	clock    []byte   // a frame, or nil
	owed     int      // bytes in refusals
}

func newOutbox() *outbox { return &outbox{wake: make(chan struct{}, 1)} }

const ackBegin = `{"type":"ack","ids":[`

// verdicts adds what became of facts; false when the screen owes too much
// reading. Facts that the room could not take now are passed over: unavailable
// tells of one.
func (o *outbox) verdicts(all []kiosk.Verdict) (ok, unavailable bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, v := range all {
		switch {
		case v.Err == nil:
			if len(o.acks) == 0 {
				o.acks = append(o.acks, ackBegin...)
			} else {
				o.acks = append(o.acks, ',')
			}
			o.acks = strconv.AppendQuote(o.acks, v.ID)
		case v.Err.Code == kiosk.Unavailable:
			unavailable = true
		default:
			o.refuse(v.ID, v.Err)
		}
	}
	ring(o.wake)
	return len(o.acks)+o.owed <= maxOwed, unavailable
}

func (o *outbox) refuse(id string, err *kiosk.Error) {
	frame := refusal(id, err)
	o.refusals = append(o.refusals, frame)
	o.owed += len(frame)
}

// nonsense refuses a frame as a whole.
func (o *outbox) nonsense(err *kiosk.Error) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.refuse("", err)
	ring(o.wake)
	return o.owed <= maxOwed
}

func (o *outbox) show(state []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.state = state
	ring(o.wake)
}

func (o *outbox) tell(clock []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.clock = clock
	ring(o.wake)
}

// take gives the frames that wait, in the order to send them; they are valid
// until the next call.
func (o *outbox) take(into [][]byte) [][]byte {
	o.mu.Lock()
	defer o.mu.Unlock()
	frames := into[:0]
	if len(o.acks) > 0 {
		acks := append(o.acks, ']', '}')
		o.acks, o.spare = o.spare[:0], acks
		frames = append(frames, acks)
	}
	frames = append(frames, o.refusals...)
	if o.state != nil {
		frames = append(frames, o.state)
	}
	if o.clock != nil {
		frames = append(frames, o.clock)
	}
	o.refusals, o.state, o.clock, o.owed = nil, nil, nil, 0
	return frames
}
