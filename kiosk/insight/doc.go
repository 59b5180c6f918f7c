// Package insight turns the contributions of closed visits into releases:
// what managers may read, and the only thing they may read.
//
// A value is one number that is published: a station's figure, by key, by
// stretch of a curve or by step of a flow, of one cohort. A cohort is all
// visits of a scenario version, a department's, an opening's, or those of a
// month's openings. The visits behind a value are those that say something to
// it, each with a mark of what it says.
//
// The rule, with k from the room's settings (floor [kiosk.MinK]; for themes of
// words words_k, floor [kiosk.MinWordsK]). Two sets of visits lie apart when
// none, or at least k, visits differ between them: are in one only, or are in
// both with another mark. A value advances to a set only when
//
//   - least: the set is empty or has at least k visits;
//   - step: it lies apart from the value's present set, in which withdrawals
//     and late facts count, and
//   - past: from every set the value ever had;
//   - neighbours: it lies apart from every set that a neighbour ever had: the
//     other stretches of the same curve, the other runs of joined keys, the
//     themes that a theme was ever counted with;
//   - across: it lies apart from every set that the same value of another
//     partition's cohort ever had.
//
// Otherwise it keeps its value, "as of release n". And of a value of all visits,
//
//   - shield: at least k visits of every set it has are in no cohort's cell of
//     that value, ever.
//
// Keys that follow one another, the lines of a call, are joined into runs that
// are disjoint and fixed for good once published (joining.go), so a run is
// nothing but a key. A curve is told in stretches of five seconds; those that
// do not lie apart from one told before are not told, and the level of the one
// before stands until the next.
//
// Why it holds. A cell, and the difference of two versions of a cell, are
// least and past. A total minus any choice of versions of a partition's cells
// has the shield's visits with the coefficient that the total gives them,
// whatever is chosen: at least k. A curve's neighbouring stretches differ by
// the visits that felt otherwise in them: neighbours. Two cells of different
// partitions that hold nearly the same visits, an opening for one department,
// a month with one opening: across. The attack suite (attack_test.go) tries it
// on random histories, and fails when any one of these is switched off.
//
// Why a shield. It would seem enough that at each release the visits in the
// total but in no cell are none or at least k. But older and later versions can
// be chosen. With k = 5 let departments a and b have, release after release,
// 6 and 6, 11 and 6, 13 and 9, 16 and 11 visits. At the third neither cell has
// five more than it shows, and the five visits that are left hide one another;
// at the fourth both cells are told whole. Yet the third total less both cells
// of the second count, 13 − 11 and 9 − 11, leaves four visits (shield_test.go).
// So some visits of each total must stay out of all cells for good. The price:
// the first k visits that say something to a value are in no cohort's cell of
// it, and a first opening of fewer than 2k visits tells no cohorts.
//
// What the rule does not speak of: sums over cells of two partitions at once,
// beyond pairs; and what somebody knows who stood beside a visitor.
//
// Words are never in a release. Managers read the words of finished visits
// that an organiser let pass, live from the facts, so that a withdrawal takes
// them away at once (words.go).
package insight
