// Package kiosk is the domain of an immersion room: what may happen in it,
// and what follows.
//
// A thing that happens becomes a [Fact]. The [Room] judges it, the journal
// writes it, and only then is it acknowledged and shown. A [Visit] is a pure
// fold over its facts, an [Outcome] is what a [Station] makes of the facts of
// one stop, and a [Contribution] is what a closed visit adds to the figures
// that managers may read.
//
// The package imports no adapter: no HTTP, no socket, no database, no sound.
package kiosk
