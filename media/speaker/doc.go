// Package speaker is the room's loudspeakers: the sound card of the machine
// that runs the room. A machine without one is no fault; it is said plainly
// and looked for again, at longer and longer intervals, and each time something
// is asked to be played.
//
// One mixer adds up three channels, an ambience that loops, chimes, and speech
// that waits its turn, and feeds one player of oto's while something sounds.
// The card comes and goes without the mixer's knowledge: time passes for what
// has an end, and what loops goes on where it was.
package speaker
