// Package speaker is the room's loudspeakers: the sound card of the machine
// that runs the room. A machine without one is no fault; it is said plainly
// and looked for again each time something is to be played.
package speaker
