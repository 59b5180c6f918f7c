package config

// Palette colours the stations that name no colour, by their position; after
// the tenth it begins anew. Each keeps 4.5:1 under white words and 3:1 as a
// shape on the room's paper, light or dim. Any two can be told apart in each
// of the three kinds of colour-blindness, the first six with ease; the order
// is blue, raspberry, sage, ochre, violet, gold, rose, slate, periwinkle, fir.
var Palette = [10]string{
	"#226aa9", "#9f4570", "#547d59", "#895e2a", "#816e9f",
	"#857714", "#af5f5f", "#516e8b", "#596fc0", "#2a7447",
}
